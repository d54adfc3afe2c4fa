package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.control.Executions;
import dev.jcoyote.explain.Interleaving;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFormat;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Seeds;
import dev.jcoyote.strategy.Strategies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a body under the strategies in turns and prints a line for each execution.
 *
 * <p>With the system property {@code libraries.texts}, a folder, it writes there all that the executions did.
 */
final class Digests implements Executions {
    private static final String[] STRATEGIES = {"random", "pct", "pos"};
    private static final @Nullable String TEXTS = System.getProperty("libraries.texts");

    private final ExecutionRunner runner;
    private final TestBody body;
    private final int wanted;
    private int number;

    Digests(ExecutionRunner runner, TestBody body, int wanted) {
        this.runner = runner;
        this.body = body;
        this.wanted = wanted;
    }

    @Override
    public @Nullable Execution next() {
        if (number == wanted) {
            return null;
        }
        number++;
        return new Execution(
                body::run,
                Strategies.create(STRATEGIES[number % STRATEGIES.length], 3, ""),
                number,
                Seeds.ofExecution(1, number),
                100_000,
                Duration.ofSeconds(10));
    }

    @Override
    public void ended(Execution execution, Outcome outcome) {
        String text = ScheduleFormat.write(new Schedule(Map.of(), runner.decisions()))
                + new Interleaving(runner.events(), runner.threads(), runner.resources(), runner.decisionLog()).text();
        System.out.println(LibraryRun.EXECUTION + execution.number() + " " + outcome.ending() + " after "
                + outcome.steps() + " steps: " + Integer.toHexString(text.hashCode()));
        if (TEXTS != null) {
            write(Path.of(TEXTS, Integer.toString(execution.number())), text);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

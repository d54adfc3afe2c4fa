package dev.jcoyote.testing;

import dev.jcoyote.BugFoundError;
import dev.jcoyote.Configuration;
import dev.jcoyote.TestBody;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A systematic test that is called from code: from a test of any framework, or from a {@code main}. */
public final class DirectRun {
    private static final StackWalker STACK = StackWalker.getInstance(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE));

    private DirectRun() {}

    /**
     * Explores the body, or replays what the run's parameters ask for; warnings go to {@link System#err}.
     *
     * @param configuration how; null for the defaults, with a seed that follows from the test's name
     * @param entry the class that was called: who called it gives the test its name if the configuration does not
     * @throws BugFoundError if an execution has a bug
     * @throws IllegalArgumentException if a parameter of the run is wrong
     */
    public static void of(@Nullable Configuration configuration, TestBody body, Class<?> entry) {
        RunParameters parameters = RunParameters.ofSystem();
        Configuration asked = named(configuration, entry);
        String test = asked.testName();
        OptionalLong seed = parameters.seed();
        if (seed.isPresent()) {
            asked = asked.withSeed(seed.getAsLong());
        }
        asked = asked.withEngine(parameters.engine().orElse(asked.engine()));
        asked = parameters.checked(asked.withTime(parameters.time(asked.time())));
        asked = asked.withIsolation(parameters.isolation().orElse(asked.isolation()));
        asked = asked.withRaces(parameters.races(asked.races()));
        asked = asked.withExplanation(parameters.explanation(asked.explanation()));
        asked = asked.withPackages(parameters.packages(asked.packages()));
        asked = asked.withFileName(RunParameters.fileName(test));
        if (asked.outputDirectory() == null) {
            asked = asked.withOutputDirectory(parameters.output());
        }
        Path schedule = parameters.replay();
        Replay replay = schedule == null ? null : Replay.read(schedule);
        if (replay != null && !replay.isOf(test)) {
            System.err.println("[jcoyote] " + test + " is left out of the replay: " + replay.owner());
            return;
        }
        TestRun run = TestRun.of(asked, replay, body);
        run.check(false);
        run.printWarnings();
    }

    private static Configuration named(@Nullable Configuration configuration, Class<?> entry) {
        Configuration base = configuration == null ? Configuration.defaults() : configuration;
        if (!base.testName().equals(Configuration.defaults().testName())) {
            return base;
        }
        String name = caller(entry);
        Configuration named = base.withTestName(name);
        return configuration == null ? named.withSeed(RunParameters.derivedSeed(name)) : named;
    }

    /** The method that has called the entry; if it is a lambda's, the method that the lambda stands in. */
    private static String caller(Class<?> entry) {
        return STACK.walk(frames -> frames.filter(
                        frame -> frame.getDeclaringClass() != entry && frame.getDeclaringClass() != DirectRun.class)
                .findFirst()
                .map(frame -> frame.getClassName() + "." + enclosing(frame.getMethodName()))
                .orElseThrow());
    }

    private static String enclosing(String method) {
        String[] parts = method.split("\\$", -1);
        return parts.length == 3 && parts[0].equals("lambda") ? parts[1] : method;
    }
}

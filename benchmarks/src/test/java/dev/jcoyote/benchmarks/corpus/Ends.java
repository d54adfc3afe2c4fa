package dev.jcoyote.benchmarks.corpus;

import dev.jcoyote.TestBody;
import dev.jcoyote.analysis.RaceDetector;
import dev.jcoyote.analysis.Sighting;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Strategy;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the executions of a program end under a strategy: how each failed, or what it left behind. */
final class Ends {
    /** A deadlock is not believed for a while on platform threads: so many others take as long. */
    private static final int COST_OF_FAILURE = Runtime.version().feature() >= 24 ? 1 : 50;

    private static @Nullable TestBody last;

    final Set<String> ends = new TreeSet<>();

    /** Where plain accesses were seen to race. */
    final Set<String> racy = new TreeSet<>();

    int executions;
    boolean isComplete;

    /**
     * Runs executions until the strategy knows of no more, the limit is reached, or an access races that is no scheduling
     * point.
     *
     * @param bodies creates the state of one execution
     * @param promoted the plain accesses that are scheduling points
     */
    static Ends of(Supplier<TestBody> bodies, Strategy strategy, Collection<String> promoted, int limit) {
        Ends ends = new Ends();
        Sites.promote(promoted);
        RaceDetector detector = new RaceDetector();
        try (ExecutionRunner runner = new ExecutionRunner("auto", null)) {
            runner.observe(detector);
            int cost = 0;
            while (cost < limit && !strategy.exhausted() && promoted.containsAll(ends.racy)) {
                ends.executions++;
                Outcome outcome = runner.run(new Execution(
                        () -> {
                            TestBody body = bodies.get();
                            last = body;
                            body.run();
                        },
                        strategy,
                        ends.executions,
                        ends.executions,
                        20_000,
                        Duration.ofSeconds(20)));
                cost += outcome.ending() == Ending.COMPLETED ? 1 : COST_OF_FAILURE;
                ends.add(outcome);
                detector.sightings().forEach(ends::add);
                detector.meant().forEach(ends::add);
            }
        } finally {
            Sites.promote(Set.of());
        }
        ends.isComplete = strategy.exhausted() && promoted.containsAll(ends.racy);
        return ends;
    }

    private void add(Outcome outcome) {
        if (outcome.ending() == Ending.COMPLETED) {
            ends.add("COMPLETED " + (last == null ? "" : FinalState.of(last)));
        } else if (outcome.ending() != Ending.ABANDONED) {
            ends.add(outcome.ending() + " " + outcome.error());
        }
    }

    private void add(Sighting race) {
        racy.add(Sites.location(race.firstSite()));
        racy.add(Sites.location(race.secondSite()));
    }

    /** Whether some execution fails. */
    boolean isAnyFailure() {
        return ends.stream().anyMatch(end -> !end.startsWith("COMPLETED"));
    }
}

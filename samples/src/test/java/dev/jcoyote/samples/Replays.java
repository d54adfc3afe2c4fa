package dev.jcoyote.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A project that finds a bug, and then replays its schedule each time that it is built. */
final class Replays {
    private static final String EXPLAINED = "The simplest execution that fails in this way";

    private Replays() {}

    /** Checks that each replay shows the very failure that the first build found. */
    static void checkAll(SampleBuild build, int replays) {
        List<String> failures = build.logs().stream().map(Replays::failure).toList();
        assertThat(failures).hasSize(replays + 1);
        assertThat(failures).allSatisfy(failure -> assertThat(failure).isEqualTo(failures.get(0)));
        assertThat(build.logs().subList(1, failures.size()))
                .allSatisfy(log -> assertThat(log)
                        .contains("Replayed:  target/jcoyote/CounterTest.bothIncrementsCount_0.schedule")
                        .contains("Tests run: 3, Failures: 1, Errors: 0, Skipped: 1"));
        assertThat(build.schedules()).containsExactly("CounterTest.bothIncrementsCount_0.schedule");
    }

    /** The explanation that a log shows first. */
    private static String failure(String log) {
        int begin = log.indexOf(EXPLAINED);
        int end = log.indexOf("CounterTest.bothIncrementsCount_0.schedule", begin);
        assertThat(begin).as("no failure in the log:%n%s", log).isPositive();
        assertThat(end).as("no schedule in the log:%n%s", log).isGreaterThan(begin);
        String failure = log.substring(begin, log.lastIndexOf('\n', end));
        assertThat(failure).contains(".set(): 0 → 1");
        return failure;
    }
}

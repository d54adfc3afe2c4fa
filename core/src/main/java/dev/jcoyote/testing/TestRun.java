package dev.jcoyote.testing;

import dev.jcoyote.Bug;
import dev.jcoyote.BugFoundError;
import dev.jcoyote.Configuration;
import dev.jcoyote.Expectation;
import dev.jcoyote.ExplorationListener;
import dev.jcoyote.ReplayCategory;
import dev.jcoyote.Replayed;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One systematic test of a test framework.
 *
 * @param report the result of its exploration or its replay
 * @param replay what was replayed; null if it was an exploration
 * @param expected the bug that the test must have; null if it must have none
 */
public record TestRun(
        Report report, @Nullable Replay replay, @Nullable Expectation expected) {
    /**
     * Explores a test, or replays one of its executions. What an exploration's executions print is shown only of the one
     * that fails; the calling thread's thread locals and its context class loader are those of the test.
     *
     * @param replay null to explore
     * @throws dev.jcoyote.install.InstallationException if this JVM cannot be instrumented
     */
    public static TestRun of(Configuration configuration, @Nullable Replay replay, TestBody body) {
        Attachment.OF_THIS_JVM.require();
        Configuration likeCaller = configuration.withCallersThreadLocals(true);
        return new TestRun(
                replay == null
                        ? explore(likeCaller, body)
                        : SystematicTesting.explain(likeCaller.withOutputDirectory(null), replay.schedule(), body),
                replay,
                configuration.demands().expected());
    }

    private static Report explore(Configuration configuration, TestBody body) {
        ProgramOutput output = new ProgramOutput();
        Report report;
        try {
            report = SystematicTesting.explore(configuration.withListener(new Follower(output)), body);
        } finally {
            output.end();
        }
        if (!report.bugs().isEmpty()) {
            output.show();
        }
        return report;
    }

    /**
     * Returns if there is no bug, or the expected one alone.
     *
     * @param annotated whether the test has an annotation that could name the schedule
     * @throws BugFoundError if an execution has a bug
     * @throws AssertionError if the code no longer fits what was to be replayed
     */
    public void check(boolean annotated) {
        Bug bug = unexpected();
        if (bug != null) {
            BuildTool tool = BuildTool.of(System::getProperty);
            String lead = expected == null ? "" : "Expected " + expected + ", but found another bug. ";
            lead = replay == null ? lead + ofCorpus() : lead;
            throw new BugFoundError(lead + FailureText.of(bug, report, replay, tool, annotated), bug.error());
        }
        if (replay != null && report.divergence() != null) {
            throw new AssertionError("The code no longer fits the schedule " + replay.file()
                    + "; there was no bug until there: " + report.divergence()
                    + ". Explore again without the replay, to see whether there is still one.");
        }
        if (replay == null) {
            requireReadable();
        }
        if (expected != null && report.bugs().isEmpty()) {
            throw new AssertionError(expected.missed(report.executions()));
        }
    }

    /** Which schedule of the corpus has shown the bug; empty if none has: the corpus comes first. */
    private String ofCorpus() {
        return report.replays().stream()
                .filter(replayed -> replayed.category().isFailure())
                .findFirst()
                .map(replayed -> "The schedule " + replayed.file() + " of the corpus "
                        + replayed.category().text() + ". ")
                .orElse("");
    }

    private void requireReadable() {
        String unusable = report.replays().stream()
                .filter(replayed -> replayed.category() == ReplayCategory.UNUSABLE)
                .map(Replayed::reason)
                .collect(Collectors.joining("; "));
        if (!unusable.isEmpty()) {
            throw new AssertionError("No bug was found, but a part of the corpus cannot be replayed: " + unusable);
        }
    }

    private @Nullable Bug unexpected() {
        if (expected != null) {
            return expected.firstOther(report.bugs());
        }
        return report.bugs().isEmpty() ? null : report.bugs().get(0);
    }

    /** Prints to {@link System#err} what makes the verdict doubtful. */
    public void printWarnings() {
        for (String warning : report.warnings()) {
            System.err.println("[jcoyote] " + report.test() + " " + report.verdict() + ": " + warning);
        }
    }

    private record Follower(ProgramOutput output) implements ExplorationListener {
        @Override
        public void executionBegins(int number) {
            output.begin();
        }

        @Override
        public void executionRepeats(int number) {
            output.pause();
        }
    }
}

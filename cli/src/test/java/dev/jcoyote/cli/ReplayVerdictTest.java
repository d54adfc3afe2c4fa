package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.ReplayCategory;
import dev.jcoyote.Replayed;
import dev.jcoyote.Report;
import dev.jcoyote.Verdict;
import dev.jcoyote.schedule.Schedule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayVerdictTest {
    private static final Schedule RECORDED = Reports.schedule(Schedule.FAILURE, "deadlock: main waits for main.1");

    @Test
    void theSameFailureIsReproduced() {
        assertThat(verdict(List.of(Reports.bug(1)), null, RECORDED, false))
                .isEqualTo(new ReplayVerdict("FAILED: reproduced the recorded failure.", 2));
    }

    @Test
    void anotherFailureIsSaidToBeAnother() {
        ReplayVerdict verdict =
                verdict(List.of(Reports.bug(1)), null, Reports.schedule(Schedule.FAILURE, "exception: other"), false);

        assertThat(verdict.exitCode()).isEqualTo(2);
        assertThat(verdict.text()).isEqualTo("""
                        FAILED: the schedule fails, but differently.
                          recorded: exception: other
                          now:      deadlock: main waits for main.1""");
    }

    @Test
    void anIdentityHashDoesNotMakeAnotherFailure() {
        Bug bug = Reports.bug(1);
        Bug now = new Bug(
                bug.kind(), "a.B@1f2e waits, to: x@y", bug.key(), 1, bug.schedule(), null, null, "", null, null);
        Schedule recorded = Reports.schedule(Schedule.FAILURE, "deadlock: a.B@7dd3c2a1 waits, to: x@y");

        assertThat(verdict(List.of(now), null, recorded, false).text()).contains("reproduced");
    }

    @Test
    void aScheduleThatNoLongerFailsPasses() {
        assertThat(verdict(List.of(), null, RECORDED, false))
                .isEqualTo(new ReplayVerdict("PASSED: the schedule no longer fails.", 0));
    }

    @Test
    void aDivergedReplayWithoutABugNamesTheOptionThatGoesOn() {
        ReplayVerdict verdict = verdict(List.of(), "decision 3 of 9: the execution ended before", RECORDED, false);

        assertThat(verdict.exitCode()).isEqualTo(1);
        assertThat(verdict.text())
                .startsWith("Diverged: decision 3 of 9: the execution ended before\n")
                .contains("--tolerant");
    }

    @Test
    void aDivergedReplayThatFailsIsABug() {
        ReplayVerdict verdict = verdict(List.of(Reports.bug(1)), "decision 3 of 9", RECORDED, false);

        assertThat(verdict.exitCode()).isEqualTo(2);
        assertThat(verdict.text()).startsWith("Diverged: decision 3 of 9\nFAILED: reproduced");
    }

    @Test
    void aTolerantReplayThatGotToTheEndPasses() {
        ReplayVerdict verdict = verdict(List.of(), "decision 3 of 9", RECORDED, true);

        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.text()).isEqualTo("Diverged: decision 3 of 9\nPASSED: the schedule no longer fails.");
    }

    @Test
    void aTolerantReplaySaysWhichDecisionsApplied() {
        Report report = Reports.replayed(new Replayed(
                null,
                ReplayCategory.PASSES,
                34,
                31,
                List.of("step 17 write Account.balance (Account.java:14) is gone", "x is gone", "y was not reached"),
                List.of(),
                List.of(),
                ""));

        assertThat(ReplayVerdict.of(report, RECORDED, true)).isEqualTo(new ReplayVerdict("""
                        Diverged: decision 3 of 9
                        Followed: 31 of 34 decisions applied; 3 did not: step 17 write Account.balance
                        (Account.java:14) is gone, x is gone, y was not reached
                        PASSED: the schedule no longer fails.""", 0));
    }

    @Test
    void aTolerantReplayOfCodeThatIsGoneSaysNothing() {
        Report report = Reports.replayed(new Replayed(
                null,
                ReplayCategory.NO_LONGER_APPLIES,
                4,
                4,
                List.of(),
                List.of(),
                List.of(),
                "the execution did not come to its end"));

        ReplayVerdict verdict = ReplayVerdict.of(report, RECORDED, true);
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.text())
                .endsWith("\nINCOMPLETE: the schedule no longer applies: the execution did not come to its\nend.");
    }

    private static ReplayVerdict verdict(List<Bug> bugs, String divergence, Schedule schedule, boolean tolerant) {
        Report report =
                Reports.report(bugs.isEmpty() ? Verdict.PASSED : Verdict.FAILED, 1, bugs, List.of(), divergence);
        return ReplayVerdict.of(report, schedule, tolerant);
    }
}

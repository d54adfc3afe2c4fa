package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is under control in a class that was loaded before the agent; the listener that attaches it loads the class. */
class LoadedEarlyTest {
    private static final int EXECUTIONS = 200;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    @Test
    void itsSynchronizedMethodsAreWaitedForByTheirCallers() {
        passes(() -> {
            LoadedEarly program = new LoadedEarly();
            program.callInTwoThreads();
            check(program.guarded() == 2);
        });
    }

    @Test
    void theyAreWaitedForByCallersInOtherClassesToo() {
        passes(() -> {
            LoadedEarly program = new LoadedEarly();
            Concurrently.run(program::increment, () -> program.increment());
            check(program.guarded() == 2);
        });
    }

    @Test
    void theyAreWaitedForThroughReferences() {
        passes(() -> {
            LoadedEarly program = new LoadedEarly();
            program.referInTwoThreads();
            check(program.guarded() == 2);
        });
    }

    @Test
    void itsStaticSynchronizedMethodsAreWaitedFor() {
        passes(() -> {
            LoadedEarly.reset();
            LoadedEarly.referToStaticInTwoThreads();
            check(LoadedEarly.shared() == 2);
        });
    }

    @Test
    void aDeadlockOfItsSynchronizedMethodsIsFoundAndReplayed() {
        fails(BugKind.DEADLOCK, () -> new LoadedEarly().lockInOppositeOrders());
    }

    @Test
    void itsVolatileAccessesAreSchedulingPoints() {
        fails(BugKind.ASSERTION, () -> {
            LoadedEarly program = new LoadedEarly();
            LoadedEarly.inTwoThreads(program::incrementUnguarded);
            check(program.unguarded() == 2);
        });
    }

    @Test
    void theCallsOfItsMethodReferencesAreSchedulingPoints() {
        fails(BugKind.ASSERTION, () -> check(!new LoadedEarly().isOvertaken()));
    }

    @Test
    void aSynchronizedMethodThatItsCallersMayNotKnowIsNamed() {
        Report report =
                SystematicTesting.explore(Configuration.defaults().withIterations(1), () -> new LoadedEarly().run());

        assertThat(report.warnings())
                .anyMatch(
                        line -> line.contains("synchronized method run of dev.jcoyote.scenarios.LoadedEarly, which was"
                                + " loaded before the agent (upgrade Surefire to 3.5.4 or later, or start the JVM with"
                                + " -javaagent:"));
    }

    @Test
    void whatIsUnderControlIsNotNamed() {
        Report report = SystematicTesting.explore(
                Configuration.defaults().withIterations(1), () -> new LoadedEarly().callInTwoThreads());

        assertThat(report.warnings()).noneMatch(line -> line.contains("loaded before"));
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError("lost");
        }
    }

    private static void passes(TestBody body) {
        Report report = SystematicTesting.explore(Configuration.defaults().withIterations(EXECUTIONS), body);

        assertThat(report.bugs()).isEmpty();
        assertThat(report.executions()).isEqualTo(EXECUTIONS);
    }

    private static void fails(BugKind kind, TestBody body) {
        Configuration configuration = Configuration.defaults().withIterations(EXECUTIONS);
        Report report = SystematicTesting.explore(configuration, body);

        assertThat(report.bugs()).extracting(Bug::kind).containsExactly(kind);
        Report replayed =
                SystematicTesting.replay(configuration, report.bugs().get(0).schedule(), body);
        assertThat(replayed.bugs()).extracting(Bug::kind).containsExactly(kind);
    }
}

package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.Verdict;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Potential deadlocks of one execution's lock order are confirmed by executions that are directed at them, or noted. */
class PotentialDeadlockTest {
    /** So rare by chance that only direction finds it. */
    private static final int DETOUR = 60;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    private static Configuration configuration() {
        return Configuration.defaults().withEngine(Installation.engine()).withIterations(16);
    }

    private static void assertConfirmed(TestBody body) {
        Report report = SystematicTesting.explore(configuration(), body);
        assertThat(report.bugs()).as("%s", report.warnings()).hasSize(1);
        Bug bug = report.bugs().get(0);
        assertThat(bug.kind()).isEqualTo(BugKind.DEADLOCK);
        assertThat(bug.schedule().header("learned")).contains("suspects=main.1|");
        for (int turn = 0; turn < 2; turn++) {
            Report replay = SystematicTesting.replay(
                    configuration().withEngine(Installation.engineOfTurn(turn)), bug.schedule(), body);
            assertThat(replay.divergence()).isNull();
            assertThat(replay.bugs())
                    .singleElement()
                    .satisfies(again -> assertThat(again.message()).isEqualTo(bug.message()));
        }
        Report alone = SystematicTesting.explore(
                configuration().withFirstExecution(bug.execution()).withIterations(1), body);
        assertThat(alone.bugs())
                .singleElement()
                .satisfies(again -> assertThat(again.schedule().decisions())
                        .isEqualTo(bug.schedule().decisions()));
    }

    private static void walk() {
        for (int i = 0; i < DETOUR; i++) {
            Thread.yield();
        }
    }

    @Test
    void monitorsInBothOrders() {
        assertConfirmed(() -> {
            Object one = new Object();
            Object other = new Object();
            Concurrently.run(
                    () -> {
                        synchronized (one) {
                            synchronized (other) {
                                Thread.yield();
                            }
                        }
                        walk();
                    },
                    () -> {
                        walk();
                        synchronized (other) {
                            synchronized (one) {
                                Thread.yield();
                            }
                        }
                    });
        });
    }

    @Test
    void locksInARing() {
        assertConfirmed(() -> {
            Lock[] locks = {new ReentrantLock(), new ReentrantLock(), new ReentrantLock()};
            Concurrently.run(
                    () -> both(locks[0], locks[1], 0),
                    () -> both(locks[1], locks[2], DETOUR),
                    () -> both(locks[2], locks[0], 2 * DETOUR));
        });
    }

    private static void both(Lock one, Lock other, int detour) {
        for (int i = 0; i < detour; i++) {
            Thread.yield();
        }
        one.lock();
        other.lock();
        other.unlock();
        one.unlock();
    }

    @Test
    void aReadLockAndAMonitor() {
        assertConfirmed(() -> {
            ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
            Object monitor = new Object();
            Concurrently.run(
                    () -> {
                        lock.readLock().lock();
                        synchronized (monitor) {
                            Thread.yield();
                        }
                        lock.readLock().unlock();
                        walk();
                    },
                    () -> {
                        walk();
                        synchronized (monitor) {
                            lock.writeLock().lock();
                            lock.writeLock().unlock();
                        }
                    });
        });
    }

    private static void assertNothing(TestBody body) {
        Report report = SystematicTesting.explore(configuration().withIterations(300), body);
        assertThat(report.bugs()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void aGuardLockKeepsThemApart() {
        assertNothing(() -> {
            Object guard = new Object();
            Object one = new Object();
            Object other = new Object();
            Concurrently.run(() -> nested(guard, one, other), () -> nested(guard, other, one));
        });
    }

    @Test
    void oneThreadStartsAfterTheOtherHasEnded() {
        assertNothing(() -> {
            Object one = new Object();
            Object other = new Object();
            Concurrently.run(() -> nested(new Object(), one, other));
            Concurrently.run(() -> nested(new Object(), other, one));
        });
    }

    @Test
    void twoReadersDoNotWaitForEachOther() {
        assertNothing(() -> {
            ReentrantReadWriteLock one = new ReentrantReadWriteLock();
            ReentrantReadWriteLock other = new ReentrantReadWriteLock();
            Concurrently.run(
                    () -> both(one.readLock(), other.readLock(), 0), () -> both(other.readLock(), one.readLock(), 0));
        });
    }

    private static void nested(Object outer, Object middle, Object inner) {
        synchronized (outer) {
            synchronized (middle) {
                synchronized (inner) {
                    Thread.yield();
                }
            }
        }
    }

    @Test
    void whatCannotComeAboutIsNotedAndNoBug() {
        Report report = SystematicTesting.explore(configuration().withIterations(300), () -> {
            Object one = new Object();
            Object other = new Object();
            boolean[] done = new boolean[1];
            Object signal = new Object();
            Concurrently.run(
                    () -> {
                        nested(new Object(), one, other);
                        synchronized (signal) {
                            done[0] = true;
                            signal.notifyAll();
                        }
                    },
                    () -> {
                        synchronized (signal) {
                            while (!done[0]) {
                                signal.wait();
                            }
                        }
                        nested(new Object(), other, one);
                    });
        });
        assertThat(report.bugs()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .startsWith("A potential deadlock did not come about")
                .contains("main.1 takes a lock at dev.jcoyote.scenarios.PotentialDeadlockTest.nested:");
    }
}

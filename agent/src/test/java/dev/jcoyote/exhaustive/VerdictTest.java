package dev.jcoyote.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Always;
import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import dev.jcoyote.Choose;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.Verdict;
import dev.jcoyote.scheduler.TimeSettings;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an exhaustive search says about a test, and on what condition. */
class VerdictTest {
    private static final Configuration DPOR = Configuration.defaults()
            .withStrategy("dpor")
            .withIterations(50_000)
            .withDeterminismChecks(0)
            .withOutputDirectory(null);

    @BeforeAll
    static void attachBeforeTheProgramsAreLoaded() {
        SystematicTesting.explore(DPOR.withIterations(1), () -> {});
    }

    private static void run(Runnable... bodies) throws InterruptedException {
        Thread[] threads = new Thread[bodies.length];
        for (int i = 0; i < bodies.length; i++) {
            threads[i] = new Thread(bodies[i]);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static final class Account {
        private int balance;
        private volatile int visible;

        void add() {
            balance++;
        }

        synchronized void addSafely() {
            balance++;
        }
    }

    private static TestBody atomics(int additions) {
        return () -> {
            AtomicInteger counter = new AtomicInteger();
            Runnable add = () -> {
                for (int i = 0; i < additions; i++) {
                    counter.incrementAndGet();
                }
            };
            run(add, add);
            assertThat(counter.get()).isEqualTo(2 * additions);
        };
    }

    @Test
    void aCorrectTestIsVerifiedInAllExecutionsThatDiffer() {
        Report report = SystematicTesting.explore(DPOR, () -> {
            Account account = new Account();
            run(account::addSafely, account::addSafely, account::addSafely);
            assertThat(account.balance).isEqualTo(3);
        });

        assertThat(report.verdict()).as(report.warnings().toString()).isEqualTo(Verdict.VERIFIED);
        assertThat(report.verification().executions()).isEqualTo(6);
        assertThat(report.verification().estimate()).isEqualTo(6);
        assertThat(String.join("; ", report.verification().assumptions())).contains("--deep");
    }

    @Test
    void aPlainIncrementFailsThoughItsFieldIsNoSchedulingPointAtFirst() {
        Report report = SystematicTesting.explore(DPOR, () -> {
            Account account = new Account();
            run(account::add, account::add);
            assertThat(account.balance).isEqualTo(2);
        });

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.bugs().get(0).kind()).isEqualTo(BugKind.ASSERTION);
    }

    @Test
    void aRaceThatBreaksNothingIsVerifiedWithSchedulingPointsOnIt() {
        Report report = SystematicTesting.explore(DPOR, () -> {
            Account account = new Account();
            run(account::add, account::add);
            assertThat(account.balance).isPositive();
        });

        assertThat(report.verdict()).as(report.warnings().toString()).isEqualTo(Verdict.VERIFIED);
        // Two reads and two writes of one field: 4 orders of them differ.
        assertThat(report.verification().executions()).isEqualTo(4);
        assertThat(report.races()).isNotEmpty();
    }

    @Test
    void aLimitLeavesTheSearchIncompleteWithAnEstimate() {
        Report report = SystematicTesting.explore(
                DPOR.withIterations(15), () -> run(new Spread(), new Spread(), new Spread(), new Spread()));

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.warnings().toString())
                .contains("ended before it had seen all")
                .contains("-i");
    }

    private static final class Spread implements Runnable {
        private static final Account SHARED = new Account();

        @Override
        public void run() {
            SHARED.visible = 1;
            SHARED.visible = 2;
            SHARED.visible = 3;
        }
    }

    @Test
    void whatWasRunUpToABoundIsVerifiedUpToIt() {
        Report report = SystematicTesting.explore(DPOR.withIterations(600), atomics(8));

        assertThat(report.verdict()).as(report.warnings().toString()).isEqualTo(Verdict.VERIFIED_UP_TO_BOUND);
        assertThat(report.verification().preemptions()).isEqualTo(2);
        assertThat(report.verification().estimate()).isGreaterThan(600);
    }

    @Test
    void aTestThatDependsOnMoreThanTheScheduleIsNeverVerified() {
        AtomicInteger runs = new AtomicInteger();
        Report report = SystematicTesting.explore(DPOR, () -> {
            int run = runs.incrementAndGet();
            AtomicInteger counter = new AtomicInteger();
            Runnable once = counter::incrementAndGet;
            Runnable twice = () -> {
                counter.incrementAndGet();
                counter.get();
            };
            run(once, run % 3 == 0 ? twice : once, once);
        });

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.verification().problem()).contains("at step").contains("before");
        assertThat(report.warnings().toString()).contains("cannot be complete");
    }

    @Test
    void openValuesAreTriedLikeOrdersOfThreads() {
        Report report = SystematicTesting.explore(DPOR, () -> {
            int first = Choose.intBelow(3);
            boolean second = first == 1 && Choose.bool();
            assertThat(second && first == 0).isFalse();
        });

        assertThat(report.verdict()).as(report.warnings().toString()).isEqualTo(Verdict.VERIFIED);
        assertThat(report.verification().executions()).isEqualTo(4);
    }

    @Test
    void anInvariantOfTwoVariablesIsCheckedInEveryOrderOfTheirChanges() {
        Report report = SystematicTesting.explore(DPOR, () -> {
            Account one = new Account();
            Account other = new Account();
            Always.holds("not both", () -> one.visible == 0 || other.visible == 0 || one.visible == 2);
            run(
                    () -> {
                        one.visible = 1;
                        one.visible = 2;
                    },
                    () -> other.visible = 1);
        });

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.bugs().get(0).kind()).isEqualTo(BugKind.INVARIANT);
    }

    @Test
    void aTimeOutThatMayComeAtAnyTimeIsTried() {
        TestBody body = () -> {
            Object monitor = new Object();
            boolean[] isSet = new boolean[1];
            boolean[] hasSeen = new boolean[1];
            run(
                    () -> {
                        synchronized (monitor) {
                            try {
                                if (!isSet[0]) {
                                    monitor.wait(100);
                                }
                                hasSeen[0] = isSet[0];
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        }
                    },
                    () -> {
                        synchronized (monitor) {
                            isSet[0] = true;
                            monitor.notifyAll();
                        }
                    });
            assertThat(hasSeen[0]).isTrue();
        };

        Report due = SystematicTesting.explore(DPOR, body);
        Report explored =
                SystematicTesting.explore(DPOR.withTime(new TimeSettings(TimeSettings.USUAL_START, true, false)), body);

        assertThat(due.verdict()).as(due.warnings().toString()).isEqualTo(Verdict.VERIFIED);
        assertThat(String.join("; ", due.verification().assumptions())).contains("--timeouts explore");
        assertThat(explored.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void theDeadlockOfTwoLocksIsFoundAndReplays() {
        TestBody body = () -> {
            ReentrantLock a = new ReentrantLock();
            ReentrantLock b = new ReentrantLock();
            run(() -> both(a, b), () -> both(b, a));
        };
        Report report = SystematicTesting.explore(DPOR, body);

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.bugs().get(0).kind()).isEqualTo(BugKind.DEADLOCK);
        Report again = SystematicTesting.replay(DPOR, report.bugs().get(0).schedule(), body);
        assertThat(again.bugs()).hasSize(1);
        assertThat(again.divergence()).isNull();
    }

    private static void both(ReentrantLock first, ReentrantLock second) {
        first.lock();
        second.lock();
        second.unlock();
        first.unlock();
    }

    @Test
    void callsThatLookAtManyElementsAreNamedAsAnAssumption() {
        Report report = SystematicTesting.explore(DPOR, () -> {
            ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
            run(() -> map.put(1, 1), () -> assertThat(map.size()).isBetween(0, 1));
        });

        assertThat(report.verdict()).as(report.warnings().toString()).isEqualTo(Verdict.VERIFIED);
        assertThat(String.join("; ", report.verification().assumptions())).contains("ConcurrentHashMap.size");
    }

    @Test
    void theAutomaticStrategySearchesWhatIsSmallAndSamplesTheRest() {
        Report small = SystematicTesting.explore(DPOR.withStrategy("auto").withIterations(1_000), atomics(3));
        Report large = SystematicTesting.explore(DPOR.withStrategy("auto").withIterations(300), atomics(40));

        assertThat(small.verdict()).as(small.warnings().toString()).isEqualTo(Verdict.VERIFIED);
        assertThat(small.verification().executions()).isEqualTo(20);
        assertThat(large.verdict()).as(large.warnings().toString()).isEqualTo(Verdict.PASSED);
        assertThat(large.executions()).isEqualTo(300);
        assertThat(large.verification()).isNull();
    }

    @Test
    void aSpinLoopThatHintsHasAnEnd() {
        Report report = SystematicTesting.explore(DPOR, () -> {
            Account account = new Account();
            run(
                    () -> {
                        while (account.visible == 0) {
                            Thread.onSpinWait();
                        }
                    },
                    () -> account.visible = 1);
        });

        assertThat(report.verdict()).as(report.warnings().toString()).isEqualTo(Verdict.VERIFIED);
        // It sees the value at once, after one look, or after two: looking again and again says nothing new.
        assertThat(report.verification().executions()).isEqualTo(3);
    }

    @Test
    void whatPoolThreadsDoIsKnownThoughTheTestEndsWithoutThem() {
        Report report = SystematicTesting.explore(DPOR, () -> {
            Account account = new Account();
            IntStream.range(0, 4).parallel().forEach(i -> account.balance++);
            if (account.balance != 4) {
                throw new AssertionError("the balance is " + account.balance);
            }
        });

        assertThat(report.bugs()).extracting(Bug::kind).containsExactly(BugKind.ASSERTION);
    }

    @Test
    void aFailureOfADaemonThreadAfterTheTestReplays() {
        TestBody body = () -> {
            Thread daemon = new Thread(() -> {
                throw new IllegalStateException("too late");
            });
            daemon.setDaemon(true);
            daemon.start();
        };
        Report report = SystematicTesting.explore(DPOR, body);

        assertThat(report.bugs()).extracting(Bug::kind).containsExactly(BugKind.EXCEPTION);
        Bug bug = report.bugs().get(0);
        assertThat(SystematicTesting.replay(DPOR, bug.schedule(), body).bugs())
                .extracting(Bug::message)
                .containsExactly(bug.message());
        assertThat(bug.explanation()).isNotNull();
        assertThat(SystematicTesting.replay(DPOR, bug.explanation().minimized().schedule(), body)
                        .bugs())
                .extracting(Bug::message)
                .containsExactly(bug.message());
    }

    @Test
    void aDaemonThreadThatNeverEndsIsAnAssumption() {
        Report report = SystematicTesting.explore(DPOR, () -> {
            Account account = new Account();
            Thread daemon = new Thread(() -> {
                while (account.visible == 0) {
                    account.balance = account.visible;
                }
            });
            daemon.setDaemon(true);
            daemon.start();
        });

        assertThat(report.verdict()).as(report.warnings().toString()).isEqualTo(Verdict.VERIFIED);
        assertThat(String.join("; ", report.verification().assumptions()))
                .contains("daemon threads matter no more 200 steps after the end of the test");
    }
}

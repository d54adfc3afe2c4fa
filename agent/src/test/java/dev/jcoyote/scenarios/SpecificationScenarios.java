package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.Always;
import dev.jcoyote.Assume;
import dev.jcoyote.BugKind;
import dev.jcoyote.Choose;
import dev.jcoyote.Eventually;
import dev.jcoyote.Liveness;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** What a test demands of every state, and of every fair execution. */
final class SpecificationScenarios {
    private final Object monitor = new Object();
    private volatile int balance = 10;

    private void withdraw(int amount) {
        if (balance >= amount) {
            balance -= amount;
        }
    }

    private synchronized int lockedBalance() {
        return balance;
    }

    @Fails(value = BugKind.INVARIANT, saying = "the invariant \"balance is never negative\" does not hold after step")
    void anInvariantIsBrokenInOneOrder() throws InterruptedException {
        Always.holds("balance is never negative", () -> balance >= 0);
        Concurrently.run(() -> withdraw(6), () -> withdraw(6));
    }

    @Fails(value = BugKind.INVARIANT, saying = "SpecificationScenarios.passThroughNegative:")
    void anInvariantIsLookedAtBetweenTheSteps() throws InterruptedException {
        Always.holds("balance is never negative", () -> balance >= 0);
        passThroughNegative();
    }

    private void passThroughNegative() {
        balance = -1;
        balance = 1;
    }

    @Passes
    void anInvariantHolds() throws InterruptedException {
        AtomicInteger sum = new AtomicInteger();
        Always.holds("sum is small", () -> sum.get() <= 2);
        Always.holds("balance is known", () -> lockedBalance() == 10);
        Concurrently.run(sum::incrementAndGet, sum::incrementAndGet);
        assertEquals(2, sum.get());
    }

    @Fails(value = BugKind.EXCEPTION, saying = "The invariant \"broken\" cannot be evaluated")
    void aSpecificationThatThrowsIsAnError() throws InterruptedException {
        Always.holds("broken", () -> {
            throw new UnsupportedOperationException("not yet");
        });
        Concurrently.run(() -> withdraw(1));
    }

    @Fails(value = BugKind.EXCEPTION, saying = "It must not wait for other threads")
    void aSpecificationMustNotWaitForALock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Always.holds("locked", () -> {
            lock.lock();
            lock.unlock();
            return true;
        });
        Concurrently.run(
                () -> {
                    lock.lock();
                    withdraw(1);
                    lock.unlock();
                },
                () -> withdraw(1));
    }

    @Fails(value = BugKind.EXCEPTION, saying = "It must not wait for other threads")
    void aSpecificationMustNotWaitForAMonitor() throws InterruptedException {
        Always.holds("locked", () -> {
            synchronized (monitor) {
                return true;
            }
        });
        Concurrently.run(
                () -> {
                    synchronized (monitor) {
                        withdraw(1);
                    }
                },
                () -> withdraw(1));
    }

    @Fails(value = BugKind.EXCEPTION, saying = "Choose.bool was called in a specification")
    void aSpecificationMustNotChoose() throws InterruptedException {
        Always.holds("choosing", Choose::bool);
        Concurrently.run(() -> withdraw(1));
    }

    @Fails(value = BugKind.LIVENESS, saying = "\"answered\" does not become true before the execution ends")
    void whatMustHappenIsOpenAtTheEnd() throws InterruptedException {
        AtomicBoolean answered = new AtomicBoolean();
        AtomicBoolean asked = new AtomicBoolean();
        Eventually.holds("answered", answered::get);
        Concurrently.run(() -> asked.set(true), () -> {
            if (asked.get()) {
                answered.set(true);
            }
        });
    }

    @Passes
    void whatMustHappenHappens() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        Eventually.holds("answered", () -> answered.getCount() == 0);
        Liveness monitor = Liveness.monitor("question");
        Concurrently.run(
                () -> {
                    monitor.hot("asked");
                    answered.await();
                    monitor.cold("answered");
                },
                answered::countDown);
    }

    @Limit(steps = 2_000)
    @Fails(value = BugKind.LIVENESS, saying = "\"leader\" stays hot (electing)")
    void aMonitorStaysHotWhileThreadsRun() throws InterruptedException {
        AtomicBoolean elected = new AtomicBoolean();
        Liveness leader = Liveness.monitor("leader");
        leader.hot("electing");
        Concurrently.run(() -> {
            while (!elected.get()) {
                Thread.yield();
            }
        });
    }

    @Passes
    void anExecutionThatIsSkippedDoesNotFail() throws InterruptedException {
        int number = Choose.intBelow(4);
        Assume.that(number != 3);
        Concurrently.run(() -> withdraw(number));
        assertEquals(10 - number, balance);
    }

    @Passes
    void anyThreadMaySkip() throws InterruptedException {
        Concurrently.run(() -> withdraw(6), () -> {
            Assume.that(balance == 10);
            withdraw(1);
        });
    }
}

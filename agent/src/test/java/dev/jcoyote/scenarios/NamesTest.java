package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.TestBody;
import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.names.Creations;
import dev.jcoyote.explain.names.Names;
import dev.jcoyote.install.Installer;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.strategy.Strategies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the objects of an execution are called: as in the source. */
class NamesTest {
    private static final Object FIXED = new Object();

    @BeforeAll
    static void instrument() {
        Installation.ensure();
        Installer.find().instrumentJdk(false);
    }

    private static final class Account {
        final Lock lock = new ReentrantLock();
        final Condition filled = lock.newCondition();
        volatile int balance;

        void deposit() {
            lock.lock();
            try {
                balance++;
                filled.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Philosopher implements Runnable {
        private final Object left;
        private final Object right;

        Philosopher(Object left, Object right) {
            this.left = left;
            this.right = right;
        }

        @Override
        public void run() {
            synchronized (left) {
                synchronized (right) {
                    Thread.yield();
                }
            }
        }
    }

    /** The objects of the operations, in the order of first touch, each with the file that has made it. */
    private static List<String> names(String engine, TestBody body) {
        Creations creations = new Creations();
        List<String> lines = new ArrayList<>();
        try (ExecutionRunner runner = new ExecutionRunner(engine, NamesTest.class.getClassLoader())) {
            runner.observeBeside(creations);
            runner.run(new Execution(
                    body::run, Strategies.create("random", 3, ""), 1, 1, 100_000, Duration.ofSeconds(20)));
            EventLog events = runner.events();
            Names names = new Names(
                    events,
                    runner.threads(),
                    runner.resources(),
                    creations,
                    Installer.find(),
                    NamesTest.class.getClassLoader());
            Map<Integer, String> told = new LinkedHashMap<>();
            for (int event = 0; event < events.size(); event++) {
                int resource = events.resource(event);
                if (resource != Operation.NO_RESOURCE) {
                    told.putIfAbsent(resource, names.full(resource).replaceAll(":\\d+\\)", ")"));
                }
            }
            lines.addAll(told.values());
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aLocalVariableNamesWhatWasMadeForIt(String engine) {
        assertThat(names(engine, () -> {
                    Object first = new Object();
                    Object second = new Object();
                    Concurrently.run(
                            () -> {
                                synchronized (first) {
                                    synchronized (second) {
                                        Thread.yield();
                                    }
                                }
                            },
                            () -> {
                                synchronized (second) {
                                    Thread.yield();
                                }
                            });
                }))
                .contains("first (NamesTest.java)", "second (NamesTest.java)");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void fieldsAreToldByTheObjectThatHasThem(String engine) {
        assertThat(names(engine, () -> {
                    Account from = new Account();
                    Account to = new Account();
                    from.deposit();
                    to.deposit();
                }))
                .contains(
                        "from (NamesTest.java)",
                        "to (NamesTest.java)",
                        "from.lock (NamesTest.java)",
                        "from.filled (NamesTest.java)",
                        "to.lock (NamesTest.java)",
                        "to.filled (NamesTest.java)");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void elementsAreToldByTheirIndex(String engine) {
        assertThat(names(engine, () -> {
                    List<Object> forks = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        Object fork = new Object();
                        forks.add(fork);
                    }
                    Concurrently.run(
                            new Philosopher(forks.get(0), forks.get(1))::run,
                            new Philosopher(forks.get(1), forks.get(2))::run);
                    Object[] spoons = {new Object(), new Object()};
                    new Philosopher(spoons[1], spoons[0]).run();
                }))
                .contains(
                        "forks[0] (NamesTest.java)",
                        "forks[1] (NamesTest.java)",
                        "forks[2] (NamesTest.java)",
                        "spoons[1] (NamesTest.java)",
                        "spoons[0] (NamesTest.java)");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void staticFieldsAreToldWithTheirClass(String engine) {
        assertThat(names(engine, () -> {
                    synchronized (FIXED) {
                        Thread.yield();
                    }
                }))
                .contains("NamesTest.FIXED");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void whatFactoriesMakeIsToldByTheVariableThatUsesIt(String engine) {
        assertThat(names(engine, () -> {
                    ExecutorService pool = Executors.newSingleThreadExecutor();
                    pool.execute(() -> {});
                    pool.shutdown();
                }))
                .contains("pool (NamesTest.java)");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aSynchronizerIsCalledAsTheObjectThatItIsPartOf(String engine) {
        List<String> names = names(engine, () -> {
            BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
            ReentrantReadWriteLock guard = new ReentrantReadWriteLock();
            guard.readLock().lock();
            Concurrently.run(
                    () -> {
                        for (int i = 0; i < 9; i++) {
                            queue.put(i);
                        }
                        guard.writeLock().lock();
                    },
                    () -> {
                        for (int i = 0; i < 9; i++) {
                            queue.take();
                        }
                    });
        });
        assertThat(names)
                .contains("queue (NamesTest.java)", "guard (NamesTest.java)", "guard.readLock() (NamesTest.java)")
                .noneMatch(name -> name.contains("#"));
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void objectsThatWouldHaveTheSameNameAreNumbered(String engine) {
        assertThat(names(engine, () -> {
                    for (int i = 0; i < 2; i++) {
                        AtomicInteger counter = new AtomicInteger();
                        counter.incrementAndGet();
                    }
                }))
                .contains("counter#1 (NamesTest.java)", "counter#2 (NamesTest.java)");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void whatNothingHoldsIsToldByItsClass(String engine) {
        assertThat(names(engine, () -> {
                    new AtomicInteger().incrementAndGet();
                    new AtomicReference<>().set(null);
                    new AtomicReference<>().set(null);
                }))
                .containsSubsequence(
                        "AtomicInteger (NamesTest.java)",
                        "AtomicReference#1 (NamesTest.java)",
                        "AtomicReference#2 (NamesTest.java)");
    }

    private static void use(int times, Account account) throws InterruptedException {
        Concurrently.run(
                () -> {
                    for (int i = 0; i < times; i++) {
                        account.deposit();
                    }
                },
                account::deposit);
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void whatOnlyLambdasHoldIsToldByTheVariableThatTheyHaveCaptured(String engine) {
        assertThat(names(engine, () -> use(2, new Account())))
                .contains("account (NamesTest.java)", "account.lock (NamesTest.java)");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void severalObjectsOfALineAreToldApart(String engine) {
        assertThat(names(engine, () -> {
                    AtomicInteger left = new AtomicInteger(), right = new AtomicInteger();
                    right.incrementAndGet();
                    left.incrementAndGet();
                }))
                .containsSubsequence("right (NamesTest.java)", "left (NamesTest.java)");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void valuesOfMapsAndReferencesAreToldByTheirKey(String engine) {
        assertThat(names(engine, () -> {
                    Map<String, AtomicInteger> counts = new HashMap<>();
                    counts.computeIfAbsent("a", key -> new AtomicInteger()).incrementAndGet();
                    counts.computeIfAbsent("b", key -> new AtomicInteger()).incrementAndGet();
                    AtomicReference<Account> current = new AtomicReference<>();
                    current.set(new Account());
                    current.get().deposit();
                }))
                .contains(
                        "counts[\"a\"] (NamesTest.java)",
                        "counts[\"b\"] (NamesTest.java)",
                        "current.get().lock (NamesTest.java)");
    }
}

package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.TestBody;
import dev.jcoyote.analysis.BothObservers;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.names.Creations;
import dev.jcoyote.explain.names.Names;
import dev.jcoyote.explain.values.PlainAccess;
import dev.jcoyote.explain.values.ValueTexts;
import dev.jcoyote.explain.values.Values;
import dev.jcoyote.install.Installer;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.strategy.Strategies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which values the steps of an execution read and write, as the explanation of a failure tells them. */
class ValuesTest {
    private static volatile boolean stopped;
    private static long total;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
        Installer.find().instrumentJdk(false);
    }

    @AfterEach
    void promoteNothing() {
        Sites.promote(List.of());
    }

    private static final class Later {
        static volatile int first = 7;

        private Later() {}
    }

    private static final class Account {
        static final VarHandle LIMIT;
        static final AtomicReferenceFieldUpdater<Account, String> OWNER =
                AtomicReferenceFieldUpdater.newUpdater(Account.class, String.class, "owner");

        static {
            try {
                LIMIT = MethodHandles.lookup().findVarHandle(Account.class, "limit", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        int balance;
        volatile int limit;
        volatile String owner = "";
        volatile Account next;
        Object tag;

        @Override
        public String toString() {
            throw new IllegalStateException("code of the program");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("code of the program");
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("code of the program");
        }
    }

    /** What was accessed, in that order: the target, whether it is an operation, and the values before and after. */
    private static List<String> values(String engine, TestBody body) {
        Creations creations = new Creations();
        ClassLoader loader = ValuesTest.class.getClassLoader();
        Values values = new Values(Installer.find(), loader);
        List<String> lines = new ArrayList<>();
        try (ExecutionRunner runner = new ExecutionRunner(engine, loader)) {
            runner.observeBeside(BothObservers.of(creations, values));
            runner.run(new Execution(
                    body::run, Strategies.create("random", 3, ""), 1, 1, 100_000, Duration.ofSeconds(20)));
            EventLog events = runner.events();
            Names names = new Names(events, runner.threads(), runner.resources(), creations, Installer.find(), loader);
            ValueTexts texts = values.texts(names);
            int next = 0;
            for (int event = -1; event < events.size(); event++) {
                if (event >= 0 && !texts.before(event).isEmpty()) {
                    lines.add(Sites.target(events.site(event)) + ": " + texts.before(event) + " -> "
                            + texts.after(event));
                }
                List<PlainAccess> plain = texts.plainAccesses();
                for (; next < plain.size() && plain.get(next).event() == event; next++) {
                    PlainAccess access = plain.get(next);
                    lines.add((access.write() ? "plain w " : "plain r ") + Sites.target(access.site()) + ": "
                            + access.before() + " -> " + access.after());
                }
            }
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void plainFieldsAreReadBeforeAndAfterEachAccess(String engine) {
        total = 0;

        assertThat(values(engine, () -> {
                    Account account = new Account();
                    for (int i = 0; i < 2; i++) {
                        account.balance += 500;
                    }
                    account.tag = "a long name of an account";
                    account.tag = account;
                    total = 5;
                }))
                .containsExactly(
                        "plain r ValuesTest.Account.balance: 0 -> 0",
                        "plain w ValuesTest.Account.balance: 0 -> 500",
                        "plain r ValuesTest.Account.balance: 500 -> 500",
                        "plain w ValuesTest.Account.balance: 500 -> 1000",
                        "plain w ValuesTest.Account.tag: null -> \"a long name of an...\"",
                        "plain w ValuesTest.Account.tag: \"a long name of an...\" -> account",
                        "plain w ValuesTest.total: 0 -> 5");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void anOperationOnAPlainFieldHasTheValueThatItsThreadGoesOnWith(String engine) {
        Sites.promote(List.of("dev.jcoyote.scenarios.ValuesTest$Account.balance"));

        List<String> lines = values(engine, () -> {
            Account account = new Account();
            Concurrently.run(() -> account.balance++, () -> account.balance++);
        });

        assertThat(lines).filteredOn(line -> line.contains("balance")).hasSize(4);
        assertThat(lines)
                .contains("ValuesTest.Account.balance: 0 -> 0", "ValuesTest.Account.balance: 0 -> 1")
                .doesNotContain("ValuesTest.Account.balance: 0 -> 2");
    }

    private static void addTwice() {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            list.add(i);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aCallOfACollectionShowsWhatItHasMadeOfItWhetherItIsASchedulingPointOrNot(String engine) {
        assertThat(values(engine, ValuesTest::addTwice))
                .containsExactly("plain w List.add: size 0 -> size 1", "plain w List.add: size 1 -> size 2");

        for (int site = 1; site < Sites.count(); site++) {
            if (Sites.className(site).equals(ValuesTest.class.getName())
                    && Sites.method(site).equals("addTwice")) {
                Sites.promote(List.of(Sites.location(site)));
            }
        }

        assertThat(values(engine, ValuesTest::addTwice))
                .containsExactly(
                        "List.add: size 0 -> size 1",
                        "plain w List.add: size 0 -> size 1",
                        "List.add: size 1 -> size 2",
                        "plain w List.add: size 1 -> size 2");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void volatileAndStaticFieldsAreReadToo(String engine) {
        assertThat(values(engine, () -> {
                    Account account = new Account();
                    account.limit = 3;
                    account.next = new Account();
                    stopped = true;
                    stopped = false;
                    int first = Later.first;
                    Later.first = first + 1;
                }))
                .contains(
                        "ValuesTest.Account.limit: 0 -> 3",
                        "ValuesTest.Account.next: null -> account.next",
                        "ValuesTest.stopped: false -> true",
                        "ValuesTest.stopped: true -> false",
                        "ValuesTest.Later.first: 7 -> 7",
                        "ValuesTest.Later.first: 7 -> 8");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void elementsOfArraysAreRead(String engine) {
        assertThat(values(engine, () -> {
                    int[] numbers = new int[2];
                    numbers[1] = 4;
                    String[] words = {"a"};
                    words[0] = null;
                }))
                .containsExactly(
                        "plain w int[]: 0 -> 4", "plain w Object[]: null -> \"a\"", "plain w Object[]: \"a\" -> null");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void atomicVariablesAreReadBeforeAndAfterEachCall(String engine) {
        assertThat(values(engine, () -> {
                    AtomicInteger count = new AtomicInteger(1);
                    count.incrementAndGet();
                    count.compareAndSet(5, 6);
                    new AtomicLong().addAndGet(-1);
                    new AtomicBoolean().set(true);
                    AtomicReference<Object> reference = new AtomicReference<>();
                    reference.set(count);
                    AtomicIntegerArray slots = new AtomicIntegerArray(3);
                    slots.incrementAndGet(2);
                    Account account = new Account();
                    Account.LIMIT.getAndAdd(account, 9);
                    Account.OWNER.compareAndSet(account, "", "me");
                }))
                .contains(
                        "AtomicInteger.incrementAndGet: 1 -> 2",
                        "AtomicInteger.compareAndSet: 2 -> 2",
                        "AtomicLong.addAndGet: 0 -> -1",
                        "AtomicBoolean.set: false -> true",
                        "AtomicReference.set: null -> count",
                        "AtomicIntegerArray.incrementAndGet: 0 -> 1",
                        "VarHandle.getAndAdd: 0 -> 9",
                        "AtomicReferenceFieldUpdater.compareAndSet: \"\" -> \"me\"");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void whatWaitsHasAState(String engine) {
        assertThat(values(engine, () -> {
                    Semaphore permits = new Semaphore(2);
                    permits.acquire();
                    CountDownLatch latch = new CountDownLatch(1);
                    latch.countDown();
                    ReentrantLock lock = new ReentrantLock();
                    lock.lock();
                    lock.unlock();
                    ReentrantReadWriteLock guard = new ReentrantReadWriteLock();
                    guard.readLock().lock();
                    CyclicBarrier barrier = new CyclicBarrier(2);
                    barrier.getNumberWaiting();
                    CompletableFuture<String> future = new CompletableFuture<>();
                    future.complete("x");
                    FutureTask<String> task = new FutureTask<>(() -> "y");
                    task.run();
                    task.get();
                }))
                .contains(
                        "Semaphore.acquire: 2 permits -> 1 permit",
                        "CountDownLatch.countDown: count 1 -> count 0",
                        "ReentrantLock.lock: free -> held by main",
                        "ReentrantLock.unlock: held by main -> free",
                        "ReentrantReadWriteLock.ReadLock.lock: free -> held by 1 reader",
                        "CyclicBarrier.getNumberWaiting: 0 of 2 there -> 0 of 2 there",
                        "CompletableFuture.complete: not done -> done: \"x\"",
                        "FutureTask.get: done -> done");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void collectionsHaveASize(String engine) {
        assertThat(values(engine, () -> {
                    ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
                    queue.put(1);
                    ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
                    map.put(1, 1);
                    Vector<Integer> vector = new Vector<>();
                    vector.add(1);
                    List<Integer> list = new ArrayList<>();
                    list.add(1);
                }))
                .contains(
                        "ArrayBlockingQueue.put: size 0 -> size 1",
                        "ConcurrentHashMap.put: size 0 -> size 1",
                        "Vector.add: size 0 -> size 1",
                        "plain w List.add: size 0 -> size 1");
    }
}

package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.install.Installer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a race detector and an exhaustive search hear of besides scheduling points. */
class HeardAccessesTest {
    private static int shared;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
        // Another test of this JVM may have left scheduling points in the JDK.
        Installer.find().instrumentJdk(false);
    }

    @AfterEach
    void promoteNothing() {
        Sites.promote(List.of());
    }

    private static class Base {
        int inherited;

        Base(int value) {
            inherited = value;
        }
    }

    private static final class Account extends Base {
        private final int fixed = 7;
        private int balance;
        private long total;

        Account(int balance) {
            super(balance > 0 ? new AtomicInteger(balance).get() : new AtomicInteger().get());
            this.balance = balance;
            total += balance;
        }

        void deposit(int amount) {
            balance += amount + fixed;
        }
    }

    private static final class Lazy {
        static int initial;
        static int later;

        static {
            initial = 1;
            new Account(3).deposit(4);
        }

        private Lazy() {}
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void plainFieldsAreHeardAndFinalOnesAreNot(String engine) {
        assertThat(Listener.listen(engine, () -> {
                    Account account = new Account(5);
                    account.deposit(1);
                    account.inherited++;
                    shared = account.balance;
                }))
                .containsSubsequence(
                        "created AtomicInteger",
                        "plain w HeardAccessesTest.Base.inherited of Account",
                        "plain w HeardAccessesTest.Account.balance of Account",
                        "plain r HeardAccessesTest.Account.total of Account",
                        "plain w HeardAccessesTest.Account.total of Account",
                        "created Account",
                        "plain r HeardAccessesTest.Account.balance of Account",
                        "plain w HeardAccessesTest.Account.balance of Account",
                        "plain r HeardAccessesTest.Base.inherited of Account",
                        "plain w HeardAccessesTest.Base.inherited of Account",
                        "plain r HeardAccessesTest.Account.balance of Account",
                        "plain w HeardAccessesTest.shared of static")
                .noneMatch(line -> line.contains("fixed"));
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void elementsAreHeardEachForItself(String engine) {
        assertThat(Listener.listen(engine, () -> {
                    int[] numbers = new int[3];
                    numbers[2] = 5;
                    Object[][] table = new Object[2][2];
                    table[1][0] = numbers;
                }))
                .containsExactly(
                        "created int[]",
                        "plain w int[] of int[] 2",
                        "created Object[][]",
                        "plain r Object[] of Object[][] 1",
                        "plain w Object[] of Object[] 0");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void whatIsDoneAgainWithNothingInBetweenIsHeardOnce(String engine) {
        List<String> lines = Listener.listen(engine, () -> {
            Account account = new Account(0);
            for (int i = 0; i < 10; i++) {
                account.deposit(i);
            }
            Thread other = new Thread(() -> {});
            other.start();
            other.join();
            account.deposit(1);
        });

        assertThat(lines)
                .filteredOn("plain r HeardAccessesTest.Account.balance of Account"::equals)
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void eachThreadIsHeardThatAccessesTheSame(String engine) {
        List<String> lines = Listener.listen(engine, () -> {
            Account account = new Account(0);
            Concurrently.run(() -> account.deposit(1), () -> account.deposit(1));
        });

        assertThat(lines)
                .filteredOn("plain w HeardAccessesTest.Account.balance of Account"::equals)
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void whatStaticInitialisersDoIsNotHeard(String engine) {
        assertThat(Listener.listen(engine, () -> {
                    int before = Lazy.initial;
                    Lazy.later = before;
                }))
                .filteredOn(line -> line.startsWith("plain"))
                .containsExactly(
                        "plain r HeardAccessesTest.Lazy.initial of static",
                        "plain w HeardAccessesTest.Lazy.later of static");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void whatIsPromotedIsAPointAndNothingElseIs(String engine) {
        Sites.promote(List.of("dev.jcoyote.scenarios.HeardAccessesTest$Account.balance"));

        assertThat(Listener.listen(engine, () -> {
                    Account account = new Account(5);
                    account.deposit(1);
                    account.total++;
                }))
                .filteredOn(line -> line.contains("Account."))
                .containsSubsequence(
                        "plain r HeardAccessesTest.Account.total of Account",
                        "point r HeardAccessesTest.Account.balance of Account",
                        "point w HeardAccessesTest.Account.balance of Account",
                        "plain r HeardAccessesTest.Account.total of Account",
                        "plain w HeardAccessesTest.Account.total of Account")
                .noneMatch(line -> line.startsWith("point") && line.contains("total"));
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void anElementIsPromotedByItsCodePosition(String engine) {
        List<String> lines = Listener.listen(engine, HeardAccessesTest::twoElements);
        assertThat(lines).filteredOn(line -> line.startsWith("plain w int[]")).hasSize(2);
        String first = position("twoElements", "int[]");

        Sites.promote(List.of(first));

        assertThat(Listener.listen(engine, HeardAccessesTest::twoElements))
                .containsSubsequence("point w int[] of int[] 0", "plain w int[] of int[] 1");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aLockIsHeardAsTheVariableThatItIs(String engine) {
        assertThat(Listener.listen(engine, () -> {
                    ReentrantLock lock = new ReentrantLock();
                    lock.lock();
                    lock.unlock();
                }))
                .containsSubsequence(
                        "created ReentrantLock",
                        "point w ReentrantLock.lock of ReentrantLock",
                        "touched w Unsafe.compareAndSetInt of NonfairSync",
                        "point w ReentrantLock.unlock of ReentrantLock",
                        "touched r AbstractQueuedSynchronizer.state of NonfairSync",
                        "touched w AbstractQueuedSynchronizer.state of NonfairSync");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aFutureIsHeardByTheNameOfEachField(String engine) {
        assertThat(Listener.listen(engine, () -> {
                    FutureTask<Integer> task = new FutureTask<>(() -> 3);
                    task.run();
                    task.get();
                }))
                .containsSubsequence(
                        "touched r FutureTask.state of FutureTask",
                        "touched w VarHandle.compareAndSet of FutureTask",
                        "touched w VarHandle.compareAndSet of FutureTask",
                        "touched w VarHandle.setRelease of FutureTask",
                        "touched r FutureTask.state of FutureTask");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aFieldHasOneSlotHoweverItIsAccessed(String engine) {
        Listener.listen(engine, () -> {
            FutureTask<Integer> task = new FutureTask<>(() -> 3);
            task.run();
            new ConcurrentHashMap<>().put(1, 2);
        });

        int state = Sites.slotOf("state");
        assertThat(slots("java.util.concurrent.FutureTask", "FutureTask.state")).contains(state);
        assertThat(slots("java.util.concurrent.FutureTask", "VarHandle.setRelease"))
                .contains(state);
        int baseCount = Sites.slotOf("basecount");
        assertThat(slots("java.util.concurrent.ConcurrentHashMap", "ConcurrentHashMap.baseCount"))
                .contains(baseCount);
        assertThat(slots("java.util.concurrent.ConcurrentHashMap", "Unsafe.compareAndSetLong"))
                .contains(baseCount);
        assertThat(slots("java.util.concurrent.ConcurrentHashMap", "Unsafe.getReferenceAcquire"))
                .containsExactly(0);
    }

    @Test
    void fieldsWithSimilarNamesHaveSlotsOfTheirOwn() {
        Set<Integer> slots = new HashSet<>();
        for (char letter = 'A'; letter <= 'z'; letter++) {
            assertThat(slots.add(Sites.slotOf("app.Rooms.in" + letter)))
                    .as("in" + letter)
                    .isTrue();
        }
        assertThat(slots).doesNotContain(0);
    }

    private static Set<Integer> slots(String type, String target) {
        Set<Integer> slots = new TreeSet<>();
        for (int site = 1; site < Sites.count(); site++) {
            if (Sites.className(site).equals(type) && Sites.target(site).equals(target)) {
                slots.add(Sites.slot(site));
            }
        }
        return slots;
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void collectionsThatAreNotThreadSafeAreHeardAsAWhole(String engine) {
        assertThat(Listener.listen(engine, () -> {
                    Map<Integer, Integer> map = new HashMap<>();
                    map.put(1, 2);
                    for (int key : map.keySet()) {
                        map.get(key);
                    }
                    ArrayList<Integer> list = new ArrayList<>();
                    list.add(3);
                    list.iterator().next();
                    assertThat(List.of(4).size()).isEqualTo(1);
                    new StringBuilder().append(5).length();
                }))
                .containsExactly(
                        "created HashMap",
                        "plain w Map.put of HashMap",
                        "plain r Map.keySet of HashMap",
                        "plain r Set.iterator of HashMap",
                        "plain r Iterator.hasNext of HashMap",
                        "plain r Iterator.next of HashMap",
                        "plain r Map.get of HashMap",
                        "plain r Iterator.hasNext of HashMap",
                        "created ArrayList",
                        "plain w ArrayList.add of ArrayList",
                        "plain r ArrayList.iterator of ArrayList",
                        "plain r Iterator.next of ArrayList",
                        "plain w StringBuilder.append of StringBuilder",
                        "plain r StringBuilder.length of StringBuilder");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aCallIsPromotedByItsCodePositionAndTheLaterOnesOfItsCollectionWithIt(String engine) {
        Listener.listen(engine, HeardAccessesTest::twoCalls);
        Sites.promote(List.of(position("twoCalls", "Map.put")));

        assertThat(Listener.listen(engine, HeardAccessesTest::twoCalls))
                .containsExactly(
                        "created HashMap",
                        "point w Map.put of HashMap",
                        "plain w Map.put of HashMap",
                        "point r Map.size of HashMap",
                        "plain r Map.size of HashMap",
                        "created HashMap",
                        "plain r Map.size of HashMap");
    }

    private static void twoCalls() {
        Map<Integer, Integer> map = new HashMap<>();
        map.put(1, 2);
        assertThat(map.size()).isEqualTo(1);
        Map<Integer, Integer> other = new HashMap<>();
        assertThat(other.size()).isEqualTo(0);
    }

    private static void twoElements() {
        int[] numbers = new int[2];
        numbers[0] = 1;
        numbers[1] = 2;
    }

    private static String position(String method, String target) {
        for (int site = 1; site < Sites.count(); site++) {
            if (Sites.target(site).equals(target) && Sites.method(site).equals(method)) {
                return Sites.location(site);
            }
        }
        throw new IllegalStateException(method + " was not rewritten");
    }
}

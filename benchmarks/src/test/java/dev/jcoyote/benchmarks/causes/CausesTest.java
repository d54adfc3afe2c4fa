package dev.jcoyote.benchmarks.causes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Configuration;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Corpus;
import dev.jcoyote.examples.e02server.AsyncServerTest;
import dev.jcoyote.examples.e03account.AccountTest;
import dev.jcoyote.examples.e04buffer.BoundedBufferTest;
import dev.jcoyote.examples.e05cache.CacheTest;
import dev.jcoyote.examples.e06visits.VisitsTest;
import dev.jcoyote.explain.cause.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cause that is named is what the fixed variant of the program puts in order. */
class CausesTest {
    private static final int WIDTH = 80;

    private static final Map<String, TestBody> EXAMPLES = Map.of(
            "AsyncServer", () -> new AsyncServerTest().closeAwaitsEveryConnection(),
            "Account", () -> new AccountTest().transfersInOppositeDirections(),
            "Buffer", () -> new BoundedBufferTest().everyItemIsTaken(),
            "Cache", () -> new CacheTest().valueIsLoadedOnce(),
            "Visits", () -> new VisitsTest().everyVisitCounts());

    @BeforeAll
    static void attachBeforeTheProgramsAreLoaded() {
        SystematicTesting.explore(Configuration.defaults().withIterations(1).withOutputDirectory(null), () -> {});
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            AsyncServer; ATOMICITY; accept MockListener.stopped, stop MockListener.stopped, acceptLoop ConcurrentMap.put
            Account; LOCK_ORDER; transferTo, transferTo
            Buffer; LOST_WAKEUP; wake, put
            Cache; ATOMICITY; get ConcurrentMap.get, get ConcurrentMap.put, get ConcurrentMap.put
            Visits; ATOMICITY; visit Visits.count, visit Visits.count, visit Visits.count
            twostage; ATOMICITY; write TwoStage.data1, read TwoStage.data1, write TwoStage.data2
            reorder_3; ATOMICITY; set Reorder.a, check Reorder.a, set Reorder.b
            reorder_5; ATOMICITY; set Reorder.a, check Reorder.a, set Reorder.b
            wronglock_3; ATOMICITY; checkedIncrement WrongLock.data, increment WrongLock.data, checkedIncrement WrongLock.data
            bug4; ATOMICITY; localTime LazyLock.lock, localTime LazyLock.lock, localTime LazyLock.lock
            qsort_mt; ORDER; allocate ParallelSort.Worker.state, work ParallelSort.Worker.state
            boundedBuffer; ATOMICITY; take BoundedBuffer.head, take BoundedBuffer.head, take BoundedBuffer.head
            token_ring; ORDER; second TokenRing.x1, first TokenRing.x1
            lazy01; ORDER; add Lazy01.data, check Lazy01.data
            account; ORDER; deposit Account.balance, check Account.balance
            deadlock01; LOCK_ORDER; increment, decrement
            philosophers_3; LOCK_ORDER; eat, eat, eat
            one_slot_buffer; LOST_WAKEUP; wake, on
            lost_wake_up; LOST_WAKEUP; finish, on
            sleeping_barber; LOST_WAKEUP; visit, on
            stack; ORDER; empty
            """)
    void namesWhatTheFixPutsInOrder(String program, Cause.Kind kind, String places) {
        Cause cause = cause(program);

        assertThat(cause.kind()).as(cause.text()).isEqualTo(kind);
        assertThat(places(cause)).isEqualTo(places);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bluetooth_driver, enter BluetoothDriver.stopping, stop BluetoothDriver.stopping",
        "stringbuffer-jdk1.4, length OldStringBuffer.Buffer.count, erase OldStringBuffer.Buffer.count",
        "aba_stack, pop AtomicReference.get, pop AtomicReference.compareAndSet",
        "double_checked_locking, use DoubleCheckedLocking.helper, use DoubleCheckedLocking.helper"
    })
    void namesTheAccessThatComesBetween(String program, String first, String second) {
        Cause cause = cause(program);

        assertThat(cause.kind()).as(cause.text()).isEqualTo(Cause.Kind.ATOMICITY);
        assertThat(places(cause)).startsWith(first + ", " + second);
    }

    @ParameterizedTest
    @CsvSource({"Visits", "twostage", "philosophers_3", "lost_wake_up", "stack"})
    void tellsItInAFewLines(String program) {
        String text = cause(program).text();

        assertThat(text.lines()).hasSizeLessThanOrEqualTo(9).allMatch(line -> line.length() <= WIDTH);
    }

    @ParameterizedTest
    @CsvSource({"Visits", "Cache", "bug4", "philosophers_3"})
    void isTheSameOnBothEngines(String program) {
        List<String> engines = new ArrayList<>(List.of("platform"));
        if (Runtime.version().feature() >= 24) {
            engines.add("fiber");
        }

        assertThat(engines.stream()
                        .map(engine -> Causes.of(engine, body(program)))
                        .distinct())
                .hasSize(1);
    }

    private static Cause cause(String program) {
        return Objects.requireNonNull(Causes.of("auto", body(program)), "no bug found");
    }

    private static TestBody body(String program) {
        TestBody example = EXAMPLES.get(program);
        return example != null ? example : Corpus.named(program).get(0).body();
    }

    /** The method and the target of each place. */
    private static String places(Cause cause) {
        return cause.places().stream()
                .map(place -> (method(place.site()) + " " + place.target()).strip())
                .collect(Collectors.joining(", "));
    }

    private static String method(String site) {
        String before = site.substring(0, site.indexOf('('));
        return before.substring(before.lastIndexOf('.') + 1);
    }
}

package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Configuration;
import dev.jcoyote.Race;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What bare fences and sun.misc.Unsafe order is no race, and is explored as what volatile fields order. */
class FencesTest {
    private static final Configuration FEW =
            Configuration.defaults().withIterations(100).withOutputDirectory(null);
    private static final Configuration DPOR = FEW.withStrategy("dpor").withIterations(1_000);

    private static final Object UNSAFE = UnsafeCell.unsafe();
    private static final long OFFSET = UnsafeCell.offset();

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    private static final class Letter {
        static int total;

        int text;
        boolean sent;

        void send(boolean fenced) {
            text = 7;
            if (fenced) {
                VarHandle.releaseFence();
            }
            sent = true;
        }

        int receive(boolean fenced) {
            if (!sent) {
                return 0;
            }
            if (fenced) {
                VarHandle.acquireFence();
            }
            return text;
        }

        /** With the fence after each read, and not only after the one that counts. */
        int receiveAtOnce() {
            boolean isThere = sent;
            VarHandle.acquireFence();
            return isThere ? text : 0;
        }
    }

    private static Report sends(String engine, boolean fenced, Receiver receiver, Set<Integer> received) {
        return SystematicTesting.explore(FEW.withEngine(engine), () -> {
            Letter letter = new Letter();
            Concurrently.run(() -> letter.send(fenced), () -> received.add(receiver.receive(letter)));
        });
    }

    /** One way to receive. */
    private interface Receiver {
        int receive(Letter letter);
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void whatIsSentBetweenTwoFencesIsNoRaceAndBothOrdersAreSeen(String engine) {
        Set<Integer> received = new TreeSet<>();
        Report report = sends(engine, true, Letter::receiveAtOnce, received);

        assertThat(report.races()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(received).containsExactly(0, 7);
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aFenceThatIsMissingIsARace(String engine) {
        assertThat(sends(engine, false, Letter::receiveAtOnce, new TreeSet<>()).races())
                .extracting(Race::location)
                .containsExactlyInAnyOrder("FencesTest.Letter.sent", "FencesTest.Letter.text");
        assertThat(sends(engine, true, letter -> letter.receive(false), new TreeSet<>())
                        .races())
                .extracting(Race::location)
                .containsExactlyInAnyOrder("FencesTest.Letter.sent", "FencesTest.Letter.text");
    }

    /** Who reads that it was not sent yet comes to no fence: that read races, and what is sent does not. */
    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aFenceOrdersWhatComesAfterItThoughARaceIsTold(String engine) {
        assertThat(sends(engine, true, letter -> letter.receive(true), new TreeSet<>())
                        .races())
                .extracting(Race::location)
                .containsExactly("FencesTest.Letter.sent");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aFenceSomewhereElseHidesNoRace(String engine) {
        Report report = SystematicTesting.explore(FEW.withEngine(engine), () -> {
            Letter letter = new Letter();
            Concurrently.Action count = () -> {
                VarHandle.fullFence();
                letter.text++;
                Thread.yield();
                VarHandle.fullFence();
            };
            Concurrently.run(count, count);
        });

        assertThat(report.races()).extracting(Race::location).contains("FencesTest.Letter.text");
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void unsafeOrdersWhatItSaysAndSpinningOnItEnds(String engine) {
        Class<?> cells = UnsafeCell.define();
        for (String strategy : new String[] {"random", "pct", "portfolio"}) {
            Report report = SystematicTesting.explore(
                    FEW.withEngine(engine).withStrategy(strategy), () -> spinLock(UnsafeCell.create(cells)));

            assertThat(report.verdict()).as("%s", report.bugs()).isEqualTo(Verdict.PASSED);
            assertThat(report.races()).isEmpty();
        }
    }

    private static void spinLock(UnsafeCell lock) throws InterruptedException {
        Letter letter = new Letter();
        Concurrently.Action count = () -> {
            while (lock.getIntVolatile(UNSAFE, OFFSET) != 0 || !lock.compareAndSwapInt(UNSAFE, OFFSET, 0, 1)) {
                Thread.onSpinWait();
            }
            letter.text++;
            lock.putOrderedInt(UNSAFE, OFFSET, 0);
        };
        Concurrently.run(count, count);
        assertThat(letter.text).isEqualTo(2);
    }

    @Test
    void anIncrementByUnsafeInTwoStepsIsLost() {
        Class<?> cells = UnsafeCell.define();
        Report report = SystematicTesting.explore(DPOR, () -> {
            UnsafeCell cell = UnsafeCell.create(cells);
            Concurrently.Action count =
                    () -> cell.putOrderedInt(UNSAFE, OFFSET, cell.getIntVolatile(UNSAFE, OFFSET) + 1);
            Concurrently.run(count, count);
            assertThat(cell.getIntVolatile(UNSAFE, OFFSET)).isEqualTo(2);
        });

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void anIncrementByAStaticVarHandleInTwoStepsIsLost() throws ReflectiveOperationException {
        VarHandle total = MethodHandles.lookup().findStaticVarHandle(Letter.class, "total", int.class);
        Report report = SystematicTesting.explore(DPOR, () -> {
            total.setVolatile(0);
            Concurrently.Action count = () -> total.setVolatile((int) total.getVolatile() + 1);
            Concurrently.run(count, count);
            assertThat((int) total.getVolatile()).isEqualTo(2);
        });

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void bothOrdersOfAccessesBetweenFencesAreVerified() {
        Set<Integer> received = new TreeSet<>();
        Report report = SystematicTesting.explore(DPOR, () -> {
            Letter letter = new Letter();
            Concurrently.run(() -> letter.send(true), () -> received.add(letter.receiveAtOnce()));
        });

        assertThat(report.verdict()).as("%s", report.warnings()).isEqualTo(Verdict.VERIFIED);
        assertThat(received).containsExactly(0, 7);
    }
}

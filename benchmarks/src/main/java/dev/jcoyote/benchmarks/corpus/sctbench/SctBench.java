package dev.jcoyote.benchmarks.corpus.sctbench;

import static dev.jcoyote.benchmarks.corpus.Defect.ASSERTION;
import static dev.jcoyote.benchmarks.corpus.Defect.DEADLOCK;
import static dev.jcoyote.benchmarks.corpus.Defect.EXCEPTION;
import static dev.jcoyote.benchmarks.corpus.Defect.VARIOUS;

import dev.jcoyote.benchmarks.corpus.Program;
import java.util.List;

/** The programs of SCTBench, by the names that they have there. */
public final class SctBench {
    private SctBench() {}

    /**
     * The 31 that were measured with SURW (Zhao, Wolff, Mathur and Roychoudhury, <i>Selectively Uniform Concurrency
     * Testing</i>, ASPLOS 2025), in the order of its table. Two of them cannot fail: bbuf and bug5.
     */
    public static List<Program> measured() {
        return List.of(
                twoStage("twostage", 1, 1),
                twoStage("twostage_20", 10, 10),
                twoStage("twostage_50", 40, 10),
                twoStage("twostage_100", 99, 1),
                reorder("reorder_3", 2, 1),
                reorder("reorder_4", 3, 1),
                reorder("reorder_5", 4, 1),
                reorder("reorder_10", 9, 1),
                reorder("reorder_20", 10, 10),
                reorder("reorder_50", 40, 10),
                reorder("reorder_100", 99, 1),
                Program.of("stack", ASSERTION, SharedStack::new),
                Program.of("token_ring", ASSERTION, TokenRing::new),
                Program.of("lazy01", ASSERTION, Lazy01::new),
                Program.of("deadlock01", DEADLOCK, Deadlock01::new),
                Program.of("bluetooth_driver", ASSERTION, BluetoothDriver::new),
                Program.of("account", ASSERTION, Account::new),
                Program.of("wronglock", ASSERTION, fixed -> new WrongLock(fixed, 7)),
                Program.of("wronglock_3", ASSERTION, fixed -> new WrongLock(fixed, 3)),
                Program.of("stringbuffer-jdk1.4", ASSERTION, OldStringBuffer::new),
                WorkStealing.interlocked(),
                WorkStealing.interlockedWithState(),
                WorkStealing.withState(),
                WorkStealing.blocking(),
                Program.correct("bbuf", () -> new SmallBuffer(3, 10).run()),
                Program.of("boundedBuffer", ASSERTION, BoundedBuffer::new),
                Program.of("qsort_mt", VARIOUS, ParallelSort::new),
                Program.of("bug4", ASSERTION, LazyLock::new),
                Program.correct("bug5", () -> new SmallBuffer(2, 10).run()),
                Program.of("bug6", DEADLOCK, RecursiveReader::new),
                Program.of("SafeStack", ASSERTION, fixed -> fixed ? new SafeStack.Stamped() : new SafeStack()));
    }

    /** Others, in which most or all interleavings fail. */
    public static List<Program> others() {
        return List.of(
                Program.of("carter01", DEADLOCK, Carter01::new),
                Program.of("circular_buffer", ASSERTION, CircularBuffer::new),
                Program.of("fsbench", EXCEPTION, FsBench::new),
                Program.of("phase01", DEADLOCK, Phase01::new),
                Program.of("queue", ASSERTION, BoundedQueue::new),
                Program.of("sync01", DEADLOCK, Sync01::new),
                Program.of("sync02", DEADLOCK, Sync02::new),
                Program.of("bug5_interrupt", DEADLOCK, InterruptedWait::new));
    }

    private static Program twoStage(String name, int writers, int readers) {
        return Program.of(name, ASSERTION, fixed -> new TwoStage(fixed, writers, readers));
    }

    private static Program reorder(String name, int setters, int checkers) {
        return Program.of(name, ASSERTION, fixed -> new Reorder(fixed, setters, checkers));
    }
}

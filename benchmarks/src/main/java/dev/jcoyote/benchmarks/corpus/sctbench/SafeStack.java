package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A lock-free stack that guards against ABA by taking the next pointer out of the top cell while it pops, which fails only
 * after five preemptions at the right points (Vyukov, Relacy's forum, 2010; SCTBench: SafeStack).
 */
final class SafeStack implements TestBody {
    private static final int CELLS = 3;
    private static final int THREADS = 3;
    private static final int ROUNDS = 2;

    private final List<Cell> cells = new ArrayList<>();
    private final AtomicInteger count = new AtomicInteger(CELLS);
    private final AtomicInteger head = new AtomicInteger();

    SafeStack() {
        for (int i = 0; i < CELLS; i++) {
            cells.add(new Cell(i + 1 < CELLS ? i + 1 : -1));
        }
    }

    /** What one thread may have at a time. */
    private static final class Cell {
        final AtomicInteger next;
        volatile int value;

        Cell(int next) {
            this.next = new AtomicInteger(next);
        }
    }

    @Override
    public void run() throws InterruptedException {
        start(this::pop, this::push, cells);
    }

    /** A way to take a cell: -1 if there is none now. */
    private interface Pop {
        int cell();
    }

    /** A way to put a cell back. */
    private interface Push {
        void cell(int index);
    }

    private static void start(Pop pop, Push push, List<Cell> cells) throws InterruptedException {
        Threads threads = new Threads();
        for (int i = 0; i < THREADS; i++) {
            int me = i;
            threads.start(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    int taken = pop.cell();
                    while (taken < 0) {
                        Thread.yield();
                        taken = pop.cell();
                    }
                    Cell cell = cells.get(taken);
                    cell.value = me;
                    Check.that(cell.value == me, "one owner of a cell");
                    push.cell(taken);
                }
            });
        }
        threads.join();
    }

    private int pop() {
        while (count.get() > 1) {
            int top = head.get();
            AtomicInteger next = cells.get(top).next;
            int below = next.getAndSet(-1);
            if (below < 0) {
                Thread.yield();
            } else if (head.compareAndSet(top, below)) {
                count.getAndDecrement();
                return top;
            } else {
                next.getAndSet(below);
            }
        }
        return -1;
    }

    private void push(int index) {
        int top = head.get();
        while (true) {
            cells.get(index).next.set(top);
            int met = head.compareAndExchange(top, index);
            if (met == top) {
                break;
            }
            top = met;
        }
        count.getAndIncrement();
    }

    /** The same with a stamp beside the head, which no other change of it leaves as it was. */
    static final class Stamped implements TestBody {
        private final SafeStack cells = new SafeStack();
        private final AtomicLong head = new AtomicLong();

        @Override
        public void run() throws InterruptedException {
            start(this::pop, this::push, cells.cells);
        }

        private int pop() {
            while (true) {
                long top = head.get();
                int index = (int) top;
                if (index < 0) {
                    return -1;
                }
                if (head.compareAndSet(
                        top, after(top, cells.cells.get(index).next.get()))) {
                    return index;
                }
            }
        }

        private void push(int index) {
            long top;
            do {
                top = head.get();
                cells.cells.get(index).next.set((int) top);
            } while (!head.compareAndSet(top, after(top, index)));
        }

        private static long after(long stamped, int index) {
            return ((stamped >>> Integer.SIZE) + 1) << Integer.SIZE | Integer.toUnsignedLong(index);
        }
    }
}

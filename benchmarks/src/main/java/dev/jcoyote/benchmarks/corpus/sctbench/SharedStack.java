package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;

/** A flag that says that the stack has elements, and is never taken back when it is empty again (SCTBench: stack). */
final class SharedStack implements TestBody {
    private static final int SIZE = 10;

    private final boolean fixed;
    private final Object guard = new Object();
    private final int[] elements = new int[SIZE];
    private int top;
    private boolean filled;

    SharedStack(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(this::fill).start(this::empty).join();
    }

    private void fill() {
        for (int i = 0; i < SIZE; i++) {
            synchronized (guard) {
                Check.that(top != SIZE, "room on the stack");
                elements[top] = i;
                top++;
                filled = true;
            }
        }
    }

    private void empty() {
        int sum = 0;
        for (int i = 0; i < SIZE; i++) {
            synchronized (guard) {
                if (filled) {
                    Check.that(top != 0, "an element on the stack");
                    top--;
                    sum += elements[top];
                    filled = !fixed || top > 0;
                }
            }
        }
        Check.that(sum >= 0, "elements that were put there");
    }
}

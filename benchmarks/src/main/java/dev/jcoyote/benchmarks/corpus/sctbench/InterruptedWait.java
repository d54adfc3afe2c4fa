package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import dev.jcoyote.benchmarks.corpus.Waiting;

/**
 * A wait that looks at the thread's interrupt flag and then waits, without a lock that the interrupting thread takes: an
 * interruption in between wakes nobody (Mozilla's bug 165586, the bug that RADBench names bug5).
 */
final class InterruptedWait implements TestBody {
    private final boolean fixed;
    private final Object condition = new Object();
    private volatile boolean interrupted;

    InterruptedWait(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(this::await).start(this::interrupt).join();
    }

    private void await() {
        if (fixed) {
            synchronized (condition) {
                while (!interrupted) {
                    Waiting.on(condition);
                }
            }
        } else if (!interrupted) {
            synchronized (condition) {
                Waiting.on(condition);
            }
        }
    }

    private void interrupt() {
        interrupted = true;
        synchronized (condition) {
            condition.notifyAll();
        }
    }
}

package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.concurrent.locks.ReentrantLock;

/** Two threads of which the first to end keeps a lock for ever, so that every execution deadlocks (SCTBench: phase01). */
@SuppressWarnings("LockNotBeforeTry") // as in the original
final class Phase01 implements TestBody {
    private final boolean fixed;
    private final ReentrantLock x = new ReentrantLock();
    private final ReentrantLock y = new ReentrantLock();

    Phase01(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(2, this::phases).join();
    }

    private void phases() {
        x.lock();
        x.unlock();
        x.lock();
        y.lock();
        y.unlock();
        y.lock();
        y.unlock();
        if (fixed) {
            x.unlock();
        }
    }
}

package dev.jcoyote.benchmarks.corpus.textbook;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Smokers who each take two of three ingredients one after the other, so that two of them get one each (Patil, MIT, 1971).
 * Fixed: the agent tells the one smoker who needs both.
 */
final class CigaretteSmokers implements TestBody {
    private static final int KINDS = 3;

    private final boolean fixed;
    private final List<Semaphore> ingredients = semaphores();
    private final List<Semaphore> called = semaphores();
    private final Semaphore smoked = new Semaphore(1);

    CigaretteSmokers(boolean fixed) {
        this.fixed = fixed;
    }

    private static List<Semaphore> semaphores() {
        return List.of(new Semaphore(0), new Semaphore(0), new Semaphore(0));
    }

    @Override
    public void run() throws InterruptedException {
        Threads threads = new Threads().start(this::supply);
        for (int i = 0; i < KINDS; i++) {
            int own = i;
            threads.start(() -> smoke(own));
        }
        threads.join();
    }

    /** Puts the ingredients on the table for each smoker once: all but the own one. */
    private void supply() {
        for (int lucky = 0; lucky < KINDS; lucky++) {
            smoked.acquireUninterruptibly();
            if (fixed) {
                called.get(lucky).release();
            }
            ingredients.get((lucky + 1) % KINDS).release();
            ingredients.get((lucky + 2) % KINDS).release();
        }
    }

    private void smoke(int own) {
        if (fixed) {
            called.get(own).acquireUninterruptibly();
        }
        ingredients.get((own + 1) % KINDS).acquireUninterruptibly();
        ingredients.get((own + 2) % KINDS).acquireUninterruptibly();
        smoked.release();
    }
}

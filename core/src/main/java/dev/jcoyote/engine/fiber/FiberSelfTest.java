package dev.jcoyote.engine.fiber;

import dev.jcoyote.bridge.Fibers;
import org.jspecify.annotations.Nullable;

/**
 * Tries what the fiber engine takes for granted: identities, thread locals and monitors across suspensions, exceptions,
 * and that the JIT compiler loses no store where the identity changes. The answer holds for the whole JVM. No monitor is
 * held around the fibers: a fiber that is suspended takes the carrier's monitors with it.
 */
public final class FiberSelfTest {
    /** Enough for the JIT compiler's highest level to take the loop. */
    private static final int PROBES = 40_000;

    private static volatile @Nullable String failure;
    private static volatile boolean tried;
    private static volatile @Nullable String failureWhenOptimised;
    private static volatile boolean triedWhenOptimised;

    private FiberSelfTest() {}

    /** What does not work, as a clause; null if all does. */
    public static @Nullable String failure(Fibers fibers) {
        if (!tried) {
            failure = tryAll(fibers);
            tried = true;
        }
        return failure;
    }

    /** What does not work in hot code, as a clause; null if all does. Takes some milliseconds the first time. */
    public static @Nullable String failureWhenOptimised(Fibers fibers) {
        if (!triedWhenOptimised) {
            failureWhenOptimised =
                    losesStores(fibers, PROBES) ? "this JVM's JIT compiler loses stores between fibers" : null;
            triedWhenOptimised = true;
        }
        return failureWhenOptimised;
    }

    /** Like {@link #failure}, without remembering the answer. */
    static @Nullable String tryAll(Fibers fibers) {
        try {
            Trial first = new Trial(fibers, "first");
            Trial second = new Trial(fibers, "second");
            Turns turns = new Turns(first, second);
            Thread caller = Thread.currentThread();
            fibers.run(turns);
            if (Thread.currentThread() != caller) {
                return "this JVM does not give the caller of fibers its identity back";
            }
            return first.complaint != null ? first.complaint : second.complaint;
        } catch (RuntimeException | LinkageError e) {
            return "this JVM's fibers fail their self-test (" + e + ")";
        }
    }

    /** Two fibers in turns, each until its end, which comes too early if it was not suspended. */
    private static final class Turns implements Fibers.Source {
        private final Trial[] trials;
        private int turn;

        Turns(Trial... trials) {
            this.trials = trials;
        }

        @Override
        public @Nullable Object next() {
            while (turn < Trial.TURNS * trials.length) {
                Trial trial = trials[turn++ % trials.length];
                if (!trial.over) {
                    return trial.fiber;
                }
            }
            return null;
        }
    }

    /** What one fiber finds. */
    private static final class Trial implements Runnable {
        /** How often it is resumed. */
        static final int TURNS = 2;

        private static final ThreadLocal<String> LOCAL = new ThreadLocal<>();

        final Object fiber;
        private final Fibers fibers;
        private final Thread thread;
        private boolean over;

        @Nullable
        String complaint = "this JVM's fibers do not come to their end";

        Trial(Fibers fibers, String name) {
            this.fibers = fibers;
            this.thread = new Thread(name);
            this.fiber = fibers.create(thread, this);
        }

        @Override
        public void run() {
            Object monitor = new Object();
            LOCAL.set(thread.getName());
            boolean suspended;
            boolean held;
            synchronized (monitor) {
                suspended = fibers.suspend();
                held = Thread.holdsLock(monitor);
            }
            if (!suspended) {
                complaint = "this JVM cannot suspend a fiber that holds a monitor";
            } else if (!held) {
                complaint = "this JVM's fibers lose their monitors";
            } else if (Thread.currentThread() != thread || !thread.getName().equals(LOCAL.get())) {
                complaint = "this JVM's fibers lose their identity";
            } else if (!passesExceptions()) {
                complaint = "this JVM's fibers lose exceptions";
            } else {
                complaint = null;
            }
            LOCAL.remove();
            over = true;
        }

        private static boolean passesExceptions() {
            try {
                throw new IllegalStateException();
            } catch (IllegalStateException e) {
                return true;
            }
        }
    }

    /** Whether what a method wrote before a change of identity is not there after it (seen in JDK 25 where inlined). */
    static boolean losesStores(Fibers fibers, int probes) {
        return losesStores(fibers, probes, new Cells());
    }

    static boolean losesStores(Fibers fibers, int probes, Cells cells) {
        Thread self = Thread.currentThread();
        Thread other = new Thread("other");
        int lost = 0;
        for (int i = 1; i <= probes; i++) {
            // Of so many classes that the compiler cannot look into the call: it would take the value from the store.
            Reader reader = READERS[i % READERS.length];
            cells.number = i;
            cells.thread = other;
            fibers.become(other);
            lost += reader.reads(cells, i, other) ? 0 : 1;
            cells.number = -i;
            cells.thread = self;
            fibers.become(self);
            lost += reader.reads(cells, -i, self) ? 0 : 1;
        }
        return lost > 0;
    }

    /** What is stored. */
    static final class Cells {
        int number;

        @Nullable
        Thread thread;
    }

    private interface Reader {
        boolean reads(Cells cells, int number, Thread thread);
    }

    private static final Reader[] READERS = {new First(), new Second(), new Third()};

    private static final class First implements Reader {
        @Override
        public boolean reads(Cells cells, int number, Thread thread) {
            return cells.number == number && cells.thread == thread;
        }
    }

    private static final class Second implements Reader {
        @Override
        public boolean reads(Cells cells, int number, Thread thread) {
            return cells.thread == thread && cells.number == number;
        }
    }

    private static final class Third implements Reader {
        @Override
        public boolean reads(Cells cells, int number, Thread thread) {
            return !(cells.number != number || cells.thread != thread);
        }
    }
}

package dev.jcoyote.analysis;

import java.util.Arrays;

/**
 * What bare fences order, as in C11 (ISO/IEC 9899:2011, 7.17.4): what a thread does before a release fence comes before what
 * another one does after an acquire fence, if between the two fences the one writes what the other reads.
 *
 * <p>The deviation: a write has to do with a release fence, and a read with an acquire fence, for the question whether their
 * race is meant, only if the thread comes to no other operation between the two but plain accesses. Writes further away leave
 * nothing for others either.
 */
final class Fences {
    private final HappensBefore order;
    private OfThread[] threads = new OfThread[0];

    Fences(HappensBefore order) {
        this.order = order;
    }

    /** The fences of a thread. Accesses have numbers, which grow. */
    private static final class OfThread {
        /** What the thread knew at its last release fence. */
        private final VectorClock released = new VectorClock();

        /** What an acquire fence would take up. */
        private final VectorClock read = new VectorClock();

        private final Spans afterRelease = new Spans();
        private final Spans beforeAcquire = new Spans();
        private boolean hasReleased;
        private boolean hasRead;

        /** The number of the last access before the thread's last operation that was not plain. */
        private int last;

        void clear() {
            if (hasRead) {
                read.clear();
            }
            afterRelease.clear();
            beforeAcquire.clear();
            hasReleased = false;
            hasRead = false;
            last = 0;
        }
    }

    /** Forgets the last execution. */
    void clear() {
        for (OfThread thread : threads) {
            thread.clear();
        }
    }

    /** The thread comes to a fence after the access of that number. */
    void fence(int thread, boolean acquires, boolean releases, int access) {
        OfThread mine = of(thread);
        if (acquires) {
            mine.beforeAcquire.add(mine.last, access);
            mine.last = access;
            if (mine.hasRead) {
                order.takeUp(thread, mine.read);
                mine.read.clear();
                mine.hasRead = false;
            }
        }
        VectorClock known = order.fence(thread);
        if (releases) {
            if (mine.hasReleased) {
                mine.afterRelease.end(access);
            }
            mine.released.become(known);
            mine.hasReleased = true;
            mine.afterRelease.begin(access);
        }
    }

    /** The thread comes to an operation that is not plain, after the access of that number. */
    void pass(int thread, int access) {
        OfThread mine = of(thread);
        mine.last = access;
        if (mine.hasReleased) {
            mine.afterRelease.end(access);
            mine.hasReleased = false;
        }
    }

    /** The thread comes to an access that orders nothing by itself. */
    void access(int thread, int resource, int slot, boolean write) {
        OfThread mine = of(thread);
        if (!write) {
            mine.hasRead |= order.left().collect(mine.read, resource, slot);
        } else if (mine.hasReleased) {
            order.left().replace(mine.released, resource, slot);
        } else {
            order.left().forget(resource, slot);
        }
    }

    /** Whether the access of that number is on the right side of a fence of its thread. */
    boolean guard(int thread, boolean write, int access) {
        OfThread mine = of(thread);
        return (write ? mine.afterRelease : mine.beforeAcquire).contain(access);
    }

    private OfThread of(int thread) {
        int created = threads.length;
        if (thread >= created) {
            threads = Arrays.copyOf(threads, Math.max(thread + 1, created * 2));
            for (int added = created; added < threads.length; added++) {
                threads[added] = new OfThread();
            }
        }
        return threads[thread];
    }

    /** Spans of numbers, which are added in their order: each without its first and with its last one. */
    private static final class Spans {
        private int[] bounds = new int[0];
        private int size;

        void begin(int from) {
            add(from, Integer.MAX_VALUE);
        }

        void end(int to) {
            if (bounds[size - 2] == to) {
                size -= 2;
            } else {
                bounds[size - 1] = to;
            }
        }

        void add(int from, int to) {
            if (from == to) {
                return;
            }
            if (size == bounds.length) {
                bounds = Arrays.copyOf(bounds, Math.max(8, size * 2));
            }
            bounds[size++] = from;
            bounds[size++] = to;
        }

        boolean contain(int number) {
            for (int i = size - 2; i >= 0; i -= 2) {
                if (number > bounds[i]) {
                    return number <= bounds[i + 1];
                }
            }
            return false;
        }

        void clear() {
            size = 0;
        }
    }
}

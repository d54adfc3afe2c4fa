package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.benchmarks.corpus.Check;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A work-stealing queue by the THE protocol of Cilk-5 (Frigo, Leiserson and Randall, PLDI 1998): its owner pushes and pops
 * at the tail, others steal at the head. With {@code fullPush} the owner may overwrite the element that is being stolen.
 */
final class WorkStealQueue {
    private static final long MAX_SIZE = 1024 * 1024;
    private static final int STEAL = 1;
    private static final int POP = 2;
    private static final int SYNC_POP = 3;
    private static final int PUSH = 4;
    private static final int SYNC_PUSH = 5;

    private final QueueLock lock;
    private final CallTrace trace;
    private final boolean fullPush;
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong tail = new AtomicLong();
    private Item[] items;
    private long mask;

    WorkStealQueue(int size, boolean fullPush, QueueLock lock, CallTrace trace) {
        this.fullPush = fullPush;
        this.lock = lock;
        this.trace = trace;
        items = new Item[size];
        mask = size - 1L;
    }

    /** What is queued: to be processed once. */
    static final class Item {
        private int processed;

        void process() {
            processed++;
        }

        void check() {
            Check.that(processed == 1, "each item processed once");
        }
    }

    private static long read(AtomicLong variable) {
        return variable.compareAndExchange(0, 0);
    }

    private static void write(AtomicLong variable, long value) {
        variable.getAndSet(value);
    }

    /** Takes and processes the oldest element, if there is one. */
    void steal(int thread) {
        trace.enter(thread, STEAL);
        lock.acquire();
        long h = read(head);
        trace.at(thread, 2, h);
        write(head, h + 1);
        Item item = null;
        trace.at(thread, 3, h);
        if (h < read(tail)) {
            item = items[(int) (h & mask)];
        } else {
            write(head, h);
        }
        trace.at(thread, 5, h);
        lock.release();
        trace.leave(thread);
        if (item != null) {
            item.process();
        }
    }

    /** Takes and processes the newest element, if there is one. */
    void pop(int thread) {
        trace.enter(thread, POP);
        long t = read(tail) - 1;
        trace.at(thread, 1, t);
        write(tail, t);
        trace.at(thread, 2, t);
        Item item;
        if (read(head) <= t) {
            item = items[(int) (t & mask)];
        } else {
            write(tail, t + 1);
            item = syncPop(thread);
        }
        trace.leave(thread);
        if (item != null) {
            item.process();
        }
    }

    private Item syncPop(int thread) {
        trace.enter(thread, SYNC_POP);
        lock.acquire();
        long t = read(tail) - 1;
        trace.at(thread, 2, t);
        write(tail, t);
        Item item = null;
        if (read(head) <= t) {
            item = items[(int) (t & mask)];
        } else {
            write(tail, t + 1);
        }
        trace.at(thread, 5, t);
        if (read(head) > t) {
            write(head, 0);
            trace.at(thread, 7, t);
            write(tail, 0);
            item = null;
        }
        lock.release();
        trace.leave(thread);
        return item;
    }

    /** Adds an element. */
    void push(Item item, int thread) {
        trace.enter(thread, PUSH);
        long t = read(tail);
        trace.at(thread, 1, t);
        if (t < read(head) + mask + (fullPush ? 1 : 0) && t < MAX_SIZE) {
            items[(int) (t & mask)] = item;
            trace.at(thread, 2, t);
            write(tail, t + 1);
        } else {
            syncPush(item, thread);
        }
        trace.leave(thread);
    }

    private void syncPush(Item item, int thread) {
        trace.enter(thread, SYNC_PUSH);
        lock.acquire();
        long h = read(head);
        trace.at(thread, 2, h);
        long count = read(tail) - h;
        h = h & mask;
        write(head, h);
        trace.at(thread, 4, h);
        write(tail, h + count);
        if (count >= mask) {
            grow(h, (int) count);
        }
        Check.that(count < mask, "room in the queue");
        long t = read(tail);
        items[(int) (t & mask)] = item;
        trace.at(thread, 8, t);
        write(tail, t + 1);
        lock.release();
        trace.leave(thread);
    }

    private void grow(long from, int count) {
        Item[] greater = new Item[(int) (2 * (mask + 1))];
        for (int i = 0; i < count; i++) {
            greater[i] = items[(int) ((from + i) & mask)];
        }
        items = greater;
        mask = greater.length - 1L;
        write(head, 0);
        write(tail, count);
    }
}

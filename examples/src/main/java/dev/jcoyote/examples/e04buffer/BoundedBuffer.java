package dev.jcoyote.examples.e04buffer;

import java.util.ArrayDeque;
import java.util.Deque;

/** A queue of limited length: who puts into a full one waits, and who takes from an empty one waits. */
final class BoundedBuffer {
    private final Deque<Integer> items = new ArrayDeque<>();
    private final int capacity;
    private final boolean wakesAll;

    /**
     * Creates an empty buffer.
     *
     * <p>The bug, if it does not wake all: producers and consumers wait on the same monitor, so that a producer's
     * notification may wake another producer. That one goes on waiting, and the notification is lost.
     */
    BoundedBuffer(int capacity, boolean wakesAll) {
        this.capacity = capacity;
        this.wakesAll = wakesAll;
    }

    /** Waits for room and adds an item. */
    synchronized void put(int item) throws InterruptedException {
        while (items.size() == capacity) {
            wait();
        }
        items.addLast(item);
        wake();
    }

    /** Waits for an item and removes it. */
    synchronized int take() throws InterruptedException {
        while (items.isEmpty()) {
            wait();
        }
        int item = items.removeFirst();
        wake();
        return item;
    }

    private void wake() {
        if (wakesAll) {
            notifyAll();
        } else {
            notify();
        }
    }
}

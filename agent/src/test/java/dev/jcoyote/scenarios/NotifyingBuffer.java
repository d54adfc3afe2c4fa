package dev.jcoyote.scenarios;

import java.util.ArrayDeque;
import java.util.Deque;

/** A buffer of one item whose changes wake one thread, whoever it is: the classic way to wake the wrong one. */
final class NotifyingBuffer {
    private final Deque<Integer> items = new ArrayDeque<>();

    synchronized void put(int item) throws InterruptedException {
        while (!items.isEmpty()) {
            wait();
        }
        items.add(item);
        notify();
    }

    synchronized int take() throws InterruptedException {
        while (items.isEmpty()) {
            wait();
        }
        int item = items.remove();
        notify();
        return item;
    }
}

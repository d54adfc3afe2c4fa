package dev.jcoyote.agent.samples;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** One operation of each kind, for the test of what the hooks report. */
public final class Operations implements Callable<String> {
    private static volatile int shared;
    private volatile long wide;
    private int plain;

    @Override
    public String call() throws Exception {
        wide = 3L;
        shared++;
        plain = 4;
        int[] numbers = {5};
        numbers[0]++;
        synchronized (this) {
            notifyAll();
        }
        locked();
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        lock.unlock();
        Map<String, Integer> concurrent = new ConcurrentHashMap<>();
        concurrent.put("a", 1);
        Map<String, Integer> ordinary = new HashMap<>();
        boolean empty = ordinary.isEmpty();
        CountDownLatch latch = new CountDownLatch(1);
        Runnable down = latch::countDown;
        down.run();
        Thread.yield();
        LockSupport.unpark(Thread.currentThread());
        Thread.currentThread().interrupt();
        return String.valueOf(empty);
    }

    private synchronized void locked() {}
}

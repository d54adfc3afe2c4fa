package dev.jcoyote.scenarios;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A program whose class is loaded before the agent, as test classes are by some builds: only its bodies can change. */
class LoadedEarly implements Runnable {
    private static int shared;

    private final AtomicInteger atomic = new AtomicInteger();
    private volatile int unguarded;
    private int guarded;
    private boolean ready;

    static void reset() {
        shared = 0;
    }

    synchronized void increment() {
        int before = guarded;
        Thread.yield();
        guarded = before + 1;
    }

    static synchronized void incrementShared() {
        int before = shared;
        Thread.yield();
        shared = before + 1;
    }

    @Override
    public synchronized void run() {
        guarded++;
    }

    synchronized void awaitReady() throws InterruptedException {
        while (!ready) {
            wait();
        }
    }

    synchronized void makeReady() {
        ready = true;
        notifyAll();
    }

    void incrementUnguarded() {
        int before = unguarded;
        unguarded = before + 1;
    }

    int guarded() {
        return guarded;
    }

    int unguarded() {
        return unguarded;
    }

    static int shared() {
        return shared;
    }

    void callInTwoThreads() throws InterruptedException {
        inTwoThreads(() -> increment());
    }

    void referInTwoThreads() throws InterruptedException {
        inTwoThreads(this::increment);
    }

    static void referToStaticInTwoThreads() throws InterruptedException {
        inTwoThreads(LoadedEarly::incrementShared);
    }

    /** Calls an operation through a reference only, and tells whether the other thread's came first. */
    boolean isOvertaken() throws InterruptedException {
        Runnable reference = atomic::incrementAndGet;
        CountDownLatch over = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            reference.run();
            over.countDown();
        });
        other.start();
        boolean overtaken = atomic.get() == 1;
        over.await();
        return overtaken;
    }

    void lockInOppositeOrders() throws InterruptedException {
        LoadedEarly second = new LoadedEarly();
        Thread other = new Thread(() -> {
            synchronized (second) {
                increment();
            }
        });
        other.start();
        synchronized (this) {
            second.increment();
        }
        other.join();
    }

    static void inTwoThreads(Runnable action) throws InterruptedException {
        Thread other = new Thread(action);
        other.start();
        action.run();
        other.join();
    }
}

package dev.jcoyote.scenarios;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Loops that switch in many ways and get hot, run by some threads at once. */
final class StressLoops {
    private static final int MONITORS = 6;

    private final AtomicInteger count = new AtomicInteger();
    private final Object[] monitors = new Object[MONITORS];
    private final int[] guarded = new int[MONITORS];
    private final AtomicInteger[] entries = new AtomicInteger[MONITORS];
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Thread[] threads;
    private final StressRings rings;
    private int lockedCount;
    private volatile @Nullable String published;

    /** Creates them for that many threads. */
    StressLoops(int number) {
        threads = new Thread[number];
        rings = new StressRings(threads);
        Arrays.setAll(monitors, i -> new Object());
        Arrays.setAll(entries, i -> new AtomicInteger());
    }

    /** Runs them: each thread makes that many rounds. */
    void run(int seed, int rounds) throws InterruptedException {
        Object inherited = Unchanged.bequeath();
        for (int i = 0; i < threads.length; i++) {
            int number = i;
            threads[i] = new Worker("worker " + i, () -> work(number, seed, rounds, inherited));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int i = 0; i < MONITORS; i++) {
            Unchanged.require(guarded[i] == entries[i].get(), "no update under a monitor is lost");
        }
    }

    /** A thread by inheritance: one whose class and identity are its own. */
    private static final class Worker extends Thread {
        private final Concurrently.Action action;

        Worker(String name, Concurrently.Action action) {
            super(name);
            this.action = action;
        }

        @Override
        public void run() {
            Unchanged.require(currentThread() == this, "the thread runs its own body");
            try {
                ScopedValues.run(this, this::runScoped);
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }

        private void runScoped() {
            try {
                action.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private void work(int number, int seed, int rounds, Object inherited) throws InterruptedException {
        // Threads with their flag set cannot wait: they spin, and while a thread spins no wait's time is ever up.
        boolean someSpin = seed % 3 == 0;
        boolean interrupted = someSpin && number % 2 == 0;
        Unchanged self = new Unchanged(inherited, interrupted);
        int state = seed * 31 + number;
        for (int i = 0; i < rounds; i++) {
            state = state * 1_103_515_245 + 12_345;
            int pick = state >>> 16;
            switch (pick % 8) {
                case 0 -> yields(self, pick & 31);
                case 1 -> atomics(self, pick & 15);
                case 2 -> nested(self, pick % MONITORS, 3);
                case 3 -> numbers(self, pick);
                case 4 -> objects(self, pick & 7);
                case 5 -> locked(self);
                case 6 -> parks(self, !someSpin);
                default -> waits(self, pick % MONITORS, !someSpin);
            }
        }
        if (!someSpin) {
            lockedWait(self);
        }
        rings.byMonitor(self, number, rounds, interrupted);
        rings.byCondition(self, number, rounds);
        rings.byPark(self, number, rounds, interrupted);
    }

    private static void yields(Unchanged self, int times) {
        for (int i = 0; i < times; i++) {
            self.store(i);
            Thread.yield();
            self.checkStored(i);
            self.check();
        }
    }

    private void atomics(Unchanged self, int times) {
        Thread me = Thread.currentThread();
        for (int i = 0; i < times; i++) {
            self.store(-i);
            int before = count.incrementAndGet();
            int after = count.get();
            self.checkStored(-i);
            Unchanged.require(after >= before && me == Thread.currentThread(), "a count only grows");
            self.check();
        }
    }

    private void nested(Unchanged self, int index, int depth) {
        Object monitor = monitors[index];
        synchronized (monitor) {
            int before = guarded[index];
            entries[index].incrementAndGet();
            self.checkHeld(monitor);
            if (depth > 0 && index + 1 < MONITORS) {
                nested(self, index + 1, depth - 1);
            }
            inMethod(self);
            self.checkHeld(monitor);
            guarded[index] = before + 1;
        }
        Unchanged.require(!Thread.holdsLock(monitor), "the thread has left its monitor");
    }

    private synchronized void inMethod(Unchanged self) {
        Thread.yield();
        synchronized (this) {
            self.checkHeld(this);
        }
        self.checkHeld(this);
    }

    /** Values that compiled code keeps in registers. */
    private void numbers(Unchanged self, int seed) {
        long whole = seed;
        double fraction = 0.5;
        float small = 1;
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            whole = whole * 31 + i;
            fraction = fraction * 2;
            small += 1;
            sum += i;
            if ((i & 3) == 0) {
                Thread.yield();
            }
        }
        long expected = seed;
        for (int i = 0; i < 12; i++) {
            expected = expected * 31 + i;
        }
        Unchanged.require(whole == expected && fraction == 2048 && small == 13 && sum == 66, "local numbers are kept");
        self.check();
    }

    /** Objects that are reachable only from the stack, or by what another thread published. */
    private void objects(Unchanged self, int number) {
        List<int[]> arrays = new ArrayList<>();
        String text = "";
        for (int i = 0; i < number; i++) {
            int[] array = new int[i + 1];
            Arrays.fill(array, number);
            arrays.add(array);
            published = text;
            text += i;
        }
        for (int i = 0; i < number; i++) {
            int[] array = arrays.get(i);
            Unchanged.require(array.length == i + 1 && array[i] == number, "local objects are kept");
        }
        String seen = published;
        Unchanged.require(seen == null || "0123456".startsWith(seen), "published objects are whole");
        self.check();
    }

    private void locked(Unchanged self) {
        lock.lock();
        try {
            int before = lockedCount;
            Thread.yield();
            self.check();
            Unchanged.require(lock.isHeldByCurrentThread() && lockedCount == before, "the thread holds its lock");
            lockedCount = before + 1;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void lockedWait(Unchanged self) throws InterruptedException {
        lock.lock();
        try {
            boolean unused = changed.await(1, TimeUnit.MILLISECONDS);
            self.check();
            Unchanged.require(lock.isHeldByCurrentThread(), "the thread has its lock again after a wait");
        } finally {
            lock.unlock();
        }
    }

    private void parks(Unchanged self, boolean wait) {
        LockSupport.unpark(threads[Math.floorMod(count.get(), threads.length)]);
        if (wait) {
            LockSupport.parkNanos(this, 1_000);
        }
        self.check();
    }

    private void waits(Unchanged self, int index, boolean wait) throws InterruptedException {
        Object monitor = monitors[index];
        synchronized (monitor) {
            monitor.notifyAll();
            if (wait) {
                monitor.wait(1);
            }
            self.checkHeld(monitor);
        }
    }
}

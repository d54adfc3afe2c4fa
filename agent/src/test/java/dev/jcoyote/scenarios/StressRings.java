package dev.jcoyote.scenarios;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Rings of threads, each of which waits until its predecessor has had its turn: every turn is a switch. */
final class StressRings {
    private final Thread[] threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private int monitorTurn;
    private int conditionTurn;
    private volatile int parkTurn;

    /** Creates them of those threads. */
    StressRings(Thread[] threads) {
        this.threads = threads;
    }

    void byMonitor(Unchanged self, int number, int rounds, boolean interrupted) throws InterruptedException {
        for (int i = 0; i < rounds; i++) {
            int goal = number + i * threads.length;
            boolean had = false;
            while (!had) {
                synchronized (this) {
                    had = monitorTurn == goal;
                    if (had) {
                        monitorTurn++;
                        notifyAll();
                    } else if (!interrupted) {
                        wait();
                    }
                    self.checkHeld(this);
                }
            }
        }
    }

    void byCondition(Unchanged self, int number, int rounds) {
        for (int i = 0; i < rounds; i++) {
            int goal = number + i * threads.length;
            lock.lock();
            try {
                while (conditionTurn != goal) {
                    moved.awaitUninterruptibly();
                    Unchanged.require(lock.isHeldByCurrentThread(), "the thread has its lock again after a wait");
                }
                self.check();
                conditionTurn++;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    void byPark(Unchanged self, int number, int rounds, boolean interrupted) {
        for (int i = 0; i < rounds; i++) {
            int goal = number + i * threads.length;
            self.store(i);
            while (parkTurn != goal) {
                if (interrupted) {
                    Thread.yield();
                } else {
                    LockSupport.park(this);
                }
                self.check();
            }
            self.checkStored(i);
            parkTurn = goal + 1;
            LockSupport.unpark(threads[(number + 1) % threads.length]);
        }
    }
}

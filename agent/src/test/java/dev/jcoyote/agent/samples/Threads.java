package dev.jcoyote.agent.samples;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The methods of Thread, monitors' wait sets, park and unpark. */
public final class Threads implements Callable<String> {
    static final class Worker extends Thread {
        private volatile int sum;
        private final int amount;

        Worker(int amount) {
            this.amount = amount;
        }

        @Override
        public synchronized void run() {
            sum += amount;
        }
    }

    private boolean ready;

    @Override
    public String call() throws Exception {
        ready = false;
        StringBuilder text = new StringBuilder();
        Worker worker = new Worker(3);
        worker.start();
        worker.join();
        text.append(worker.sum).append(worker.isAlive()).append(worker.getState());
        worker.join(5L);
        worker.join(5L, 5);
        Worker.sleep(1L);
        Thread waiter = new Thread(this::await);
        waiter.start();
        synchronized (this) {
            ready = true;
            notify();
            notifyAll();
        }
        waiter.join(5000L);
        text.append(waiter.getState());
        Thread parked = new Thread(LockSupport::park);
        parked.start();
        LockSupport.unpark(parked);
        parked.join();
        LockSupport.parkNanos(this, 10L);
        Thread.sleep(0L, 10);
        TimeUnit.MILLISECONDS.sleep(1L);
        Thread.yield();
        Thread.onSpinWait();
        Thread.currentThread().interrupt();
        text.append(Thread.currentThread().isInterrupted())
                .append(Thread.interrupted())
                .append(Thread.interrupted());
        return text.append(refused())
                .append(Duration.ofMillis(System.currentTimeMillis()).isNegative())
                .toString();
    }

    private synchronized void await() {
        try {
            while (!ready) {
                wait(10L);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String refused() throws InterruptedException {
        String text = "";
        try {
            notify();
        } catch (IllegalMonitorStateException e) {
            text += e.getMessage();
        }
        try {
            Thread.sleep(-1L);
        } catch (IllegalArgumentException e) {
            text += e.getMessage();
        }
        synchronized (this) {
            try {
                wait(-1L);
            } catch (IllegalArgumentException e) {
                text += e.getMessage();
            }
        }
        return text;
    }
}

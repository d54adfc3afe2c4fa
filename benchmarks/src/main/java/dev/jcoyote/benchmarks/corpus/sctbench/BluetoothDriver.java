package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;

/**
 * A driver that works after it was stopped: it looks at the stopping flag, and enters later (Qadeer and Wu, KISS, PLDI
 * 2004; SCTBench: bluetooth_driver).
 */
final class BluetoothDriver implements TestBody {
    private final boolean fixed;
    private final Object atomic = new Object();
    private int pending = 1;
    private boolean stopping;
    private boolean stoppingEvent;
    private boolean stopped;

    BluetoothDriver(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        if (fixed) {
            new Threads()
                    .start(this::stopAtOnce)
                    .start(this::workUnlessStopping)
                    .join();
        } else {
            new Threads().start(this::stop).start(this::work).join();
        }
    }

    private void stop() {
        stopping = true;
        leave();
        if (stoppingEvent) {
            stopped = true;
        }
    }

    private void work() {
        if (enter()) {
            Check.that(!stopped, "no work after the stop");
        }
        leave();
    }

    private boolean enter() {
        if (stopping) {
            return false;
        }
        synchronized (atomic) {
            pending = pending + 1;
        }
        return true;
    }

    private void leave() {
        int left;
        synchronized (atomic) {
            pending = pending - 1;
            left = pending;
        }
        if (left == 0) {
            stoppingEvent = true;
        }
    }

    private void stopAtOnce() {
        synchronized (atomic) {
            stopping = true;
            pending--;
            if (pending == 0) {
                stopped = true;
            }
        }
    }

    private void workUnlessStopping() {
        synchronized (atomic) {
            if (stopping) {
                return;
            }
            pending++;
        }
        synchronized (atomic) {
            Check.that(!stopped, "no work after the stop");
            pending--;
        }
    }
}

package dev.jcoyote.control;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.sync.Threads;

/** The program's looks at the clock: each moves it, and very many in a row are a loop that waits for a time. */
final class ClockReads {
    /** Looks without anything else in between that count as such a loop. */
    private static final int READS_A_POINT = 1_000;

    private final Scheduler scheduler;
    private final Threads threads;
    private int reads;
    private int readsAtStep;

    ClockReads(Scheduler scheduler, Threads threads) {
        this.scheduler = scheduler;
        this.threads = threads;
    }

    /** The running thread is about to look. */
    void read() {
        scheduler.clockRead();
        if (scheduler.step() != readsAtStep) {
            readsAtStep = scheduler.step();
            reads = 0;
        } else if (++reads > READS_A_POINT) {
            threads.pause(OperationKind.SPIN, scheduler.running().lastSite);
        }
    }
}

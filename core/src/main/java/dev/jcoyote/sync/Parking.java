package dev.jcoyote.sync;

import dev.jcoyote.bridge.Controller;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.ControlledThread.Wake;
import dev.jcoyote.scheduler.Scheduler;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The model of {@link java.util.concurrent.locks.LockSupport}: one permit a thread. */
public final class Parking {
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Scheduler scheduler;
    private final ResourceTable resources;

    /** Creates the model for that scheduler. */
    public Parking(Scheduler scheduler, ResourceTable resources) {
        this.scheduler = scheduler;
        this.resources = resources;
    }

    /** Waits for the permit; {@code mode} is one of the constants of {@link Controller}. */
    public void park(@Nullable Object blocker, long time, int mode) {
        ControlledThread me = scheduler.running();
        scheduler.observer().parked(me.id());
        if (me.permit) {
            me.permit = false;
            return;
        }
        long deadline = switch (mode) {
            case Controller.PARK_NANOS -> time <= 0 ? 0 : scheduler.clock().after(time);
            case Controller.PARK_UNTIL -> sinceStart(time);
            default -> ControlledThread.NEVER;
        };
        scheduler.observer().interruptFlag(me.id(), me.id(), false);
        if (me.interrupted || deadline <= scheduler.clock().now()) {
            return;
        }
        // The JDK's condition queues set the blocker themselves, and then park without one.
        Object waitsFor = blocker != null ? blocker : LockSupport.getBlocker(me.thread());
        me.operation().become(OperationKind.PARK, resources.idOf(waitsFor), 0, false, site(me));
        if (blocker == null) {
            scheduler.block(waitsFor, deadline, true, scheduler::wake);
            return;
        }
        LockSupport.setCurrentBlocker(blocker);
        try {
            scheduler.block(waitsFor, deadline, true, scheduler::wake);
        } finally {
            LockSupport.setCurrentBlocker(null);
        }
    }

    /** The program's call that leads here, as far as it can be known: atomics and fields never park. */
    private static int site(ControlledThread me) {
        int site = me.lastSite;
        OperationKind kind = Sites.kind(site);
        boolean blockingCall = kind == OperationKind.CALL && !Sites.target(site).startsWith("Atomic");
        boolean mayPark = blockingCall || kind == OperationKind.PARK;
        return mayPark ? site : Sites.UNKNOWN;
    }

    /** Gives the permit; returns false if that thread is not under control. */
    public boolean unpark(Thread thread) {
        ControlledThread target = scheduler.threads().find(thread);
        if (target == null) {
            return false;
        }
        scheduler.observer().unparked(scheduler.running().id(), target.id());
        if (target.isBlocked() && target.operation().kind() == OperationKind.PARK) {
            scheduler.wake(target, Wake.GRANTED);
        } else {
            target.permit = true;
        }
        return true;
    }

    private long sinceStart(long epochMillis) {
        long least = scheduler.clock().startEpochNanos() / NANOS_PER_MILLI;
        if (epochMillis <= least) {
            return 0;
        }
        return epochMillis - least >= Long.MAX_VALUE / NANOS_PER_MILLI
                ? ControlledThread.NEVER
                : (epochMillis - least) * NANOS_PER_MILLI;
    }
}

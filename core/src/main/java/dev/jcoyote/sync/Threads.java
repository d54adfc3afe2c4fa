package dev.jcoyote.sync;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.ControlledThread.Wake;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.scheduler.Waker;
import org.jspecify.annotations.Nullable;

/** The model of threads towards each other: join, state, interrupt, sleep and yield. */
public final class Threads {
    /** Spin hints inside the JDK that count as one: its loops bound their spinning themselves. */
    private static final int SPINS_A_POINT = 512;

    private final Scheduler scheduler;
    private final ResourceTable resources;

    /** Creates the model for that scheduler. */
    public Threads(Scheduler scheduler, ResourceTable resources) {
        this.scheduler = scheduler;
        this.resources = resources;
    }

    /** The running thread has left its body: those who join it can go on. */
    public void ended(ControlledThread me) {
        ControlledThread joiner = me.firstJoiner;
        me.firstJoiner = null;
        while (joiner != null) {
            ControlledThread next = joiner.nextJoiner;
            joiner.nextJoiner = null;
            if (!scheduler.isUnwinding()) {
                scheduler.observer().woke(me.id(), joiner.id());
                scheduler.wake(joiner, Wake.GRANTED);
            }
            joiner = next;
        }
    }

    /** {@code Thread.join}; returns false if that thread is not under control. */
    public boolean join(Thread thread, long nanos, int site) throws InterruptedException {
        ControlledThread me = scheduler.running();
        if (scheduler.threads().find(thread) == null && thread.getState() == Thread.State.NEW) {
            // Who comes before the start does not wait.
            scheduler.point(OperationKind.JOIN, resources.idOf(thread), 0, false, site);
        }
        ControlledThread target = scheduler.threads().find(thread);
        if (target == null) {
            return false;
        }
        me.lastSite = site;
        throwIfInterrupted(me);
        int resource = resources.idOf(thread);
        if (target.isDone()) {
            scheduler.point(OperationKind.JOIN, resource, 0, false, site);
            scheduler.observer().joined(me.id(), target.id());
            return true;
        }
        me.operation().become(OperationKind.JOIN, resource, 0, false, site);
        me.nextJoiner = target.firstJoiner;
        target.firstJoiner = me;
        if (Thread.holdsLock(thread)) {
            // Thread.join(long) of older JDKs waits inside a synchronized method.
            me.gateMonitor = thread;
        }
        long deadline = nanos == 0 ? ControlledThread.NEVER : scheduler.clock().after(nanos);
        Waker waker = (joiner, reason) -> {
            forget(target, joiner);
            scheduler.wake(joiner, reason);
        };
        if (scheduler.block(thread, deadline, true, waker) == Wake.INTERRUPT) {
            throw interruption(me);
        }
        if (target.isDone()) {
            scheduler.observer().joined(me.id(), target.id());
        }
        return true;
    }

    private static void forget(ControlledThread target, ControlledThread joiner) {
        if (target.firstJoiner == joiner) {
            target.firstJoiner = joiner.nextJoiner;
        } else {
            ControlledThread before = target.firstJoiner;
            while (before != null && before.nextJoiner != joiner) {
                before = before.nextJoiner;
            }
            if (before != null) {
                before.nextJoiner = joiner.nextJoiner;
            }
        }
        joiner.nextJoiner = null;
    }

    /** {@code Thread.getState}; null if that thread is not under control. */
    public Thread.@Nullable State state(Thread thread) {
        ControlledThread target = scheduler.threads().find(thread);
        if (target == null) {
            return null;
        }
        if (target.isDone()) {
            scheduler.observer().joined(scheduler.running().id(), target.id());
            return Thread.State.TERMINATED;
        }
        scheduler.settle();
        if (!target.isBlocked()) {
            return Thread.State.RUNNABLE;
        }
        return switch (target.operation().kind()) {
            case MONITOR_ENTER, MONITOR_REENTER -> Thread.State.BLOCKED;
            default -> target.isTimed() ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
        };
    }

    /** {@code Thread.interrupt}; returns false if that thread is not under control. */
    public boolean interrupt(Thread thread) {
        ControlledThread target = scheduler.threads().find(thread);
        if (target == null) {
            return false;
        }
        scheduler.observer().interruptFlag(scheduler.running().id(), target.id(), true);
        if (!target.isDone()) {
            target.interrupted = true;
            if (target.isBlocked() && target.interruptible && !scheduler.isUnwinding()) {
                target.endWait(Wake.INTERRUPT);
            }
        }
        return true;
    }

    /** The interrupt flag: 1 or 0, or -1 if that thread is not under control. */
    public int interrupted(Thread thread, boolean clear) {
        ControlledThread running = scheduler.running();
        ControlledThread target =
                running.thread() == thread ? running : scheduler.threads().find(thread);
        if (target == null) {
            return -1;
        }
        scheduler.observer().interruptFlag(running.id(), target.id(), clear);
        boolean flag = target.interrupted;
        if (clear) {
            target.interrupted = false;
        }
        return flag ? 1 : 0;
    }

    /** {@code Thread.sleep}. */
    public void sleep(long nanos, int site) throws InterruptedException {
        ControlledThread me = scheduler.running();
        me.lastSite = site;
        throwIfInterrupted(me);
        if (nanos == 0) {
            scheduler.point(OperationKind.YIELD, 0, 0, false, site);
            return;
        }
        me.operation().become(OperationKind.SLEEP, 0, 0, false, site);
        if (scheduler.block(null, scheduler.clock().after(nanos), true, scheduler::wake) == Wake.INTERRUPT) {
            throw interruption(me);
        }
    }

    /** {@code Thread.yield} and {@code onSpinWait}. */
    public void pause(OperationKind kind, int site) {
        scheduler.clock().tick();
        scheduler.point(kind, 0, 0, false, site);
    }

    /** {@code Thread.onSpinWait} inside the JDK. */
    public void pauseInJdk() {
        ControlledThread me = scheduler.running();
        if (++me.spins % SPINS_A_POINT == 0) {
            pause(OperationKind.SPIN, me.lastSite);
        }
    }

    private void throwIfInterrupted(ControlledThread me) throws InterruptedException {
        if (me.interrupted) {
            throw interruption(me);
        }
        scheduler.observer().interruptFlag(me.id(), me.id(), false);
    }

    private InterruptedException interruption(ControlledThread me) {
        scheduler.observer().interruptFlag(me.id(), me.id(), true);
        me.interrupted = false;
        return new InterruptedException();
    }
}

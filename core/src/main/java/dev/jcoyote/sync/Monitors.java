package dev.jcoyote.sync;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.ControlledThread.Wake;
import dev.jcoyote.scheduler.Scheduler;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model of all monitors and wait sets (JLS 17.1 and 17.2).
 *
 * <p>A monitor is taken here first, and then in the JVM, where it is free by then; it is left here just before or
 * just after it is left in the JVM, and no other thread can run in between.
 */
public final class Monitors {
    private final Scheduler scheduler;
    private final ResourceTable resources;
    private @Nullable Monitor[] monitors = new Monitor[256];
    private int highest;

    /** The monitors with contenders that were taken since the last choice. */
    private @Nullable Monitor[] justTaken = new Monitor[16];

    private int justTakenCount;

    /** The monitor that was looked up last: most are looked up several times on end. */
    private @Nullable Monitor lastFound;

    /** Creates the model for that scheduler. */
    public Monitors(Scheduler scheduler, ResourceTable resources) {
        this.scheduler = scheduler;
        this.resources = resources;
        scheduler.settleBeforeChoices(this::settle);
    }

    /** Forgets all monitors. */
    public void clear() {
        lastFound = null;
        Arrays.fill(justTaken, 0, justTakenCount, null);
        justTakenCount = 0;
        Arrays.fill(monitors, 0, Math.min(highest + 1, monitors.length), null);
        highest = 0;
    }

    /** The entry of a monitor in the program's code: a scheduling point. */
    public void enter(Object object, int site) {
        ControlledThread me = scheduler.running();
        me.lastSite = site;
        Monitor monitor = monitor(object);
        if (monitor.owner == me) {
            monitor.count++;
        } else if (monitor.owner == null && (me.atomicDepth > 0 || scheduler.isUnwinding())) {
            take(monitor, me, 1, site);
        } else {
            me.operation().become(OperationKind.MONITOR_ENTER, monitor.resource, 0, true, site);
            contend(monitor, me);
            take(monitor, me, 1, site);
        }
    }

    /** The entry of a monitor in JDK code: no scheduling point unless it has to wait. */
    public void enterInJdk(Object object, int site) {
        ControlledThread me = scheduler.running();
        Monitor monitor = monitor(object);
        if (monitor.owner == me) {
            monitor.count++;
            return;
        }
        if (monitor.owner != null) {
            me.operation().become(OperationKind.MONITOR_ENTER, monitor.resource, 0, true, me.lastSite);
            contend(monitor, me);
        }
        take(monitor, me, 1, site);
        monitor.isOfJdk = true;
        me.jdkMonitors++;
    }

    /** Waits until the monitor is free, as {@link #awaitFree}: a scheduling point if the thread is inside one of the JDK. */
    public void awaitNested(Object object) {
        ControlledThread me = scheduler.running();
        if (me.jdkMonitors > 0 && me.atomicDepth == 0 && !scheduler.isUnwinding()) {
            Monitor monitor = monitor(object);
            if (monitor.owner == null) {
                me.operation().become(OperationKind.MONITOR_ENTER, monitor.resource, 0, true, me.lastSite);
                contend(monitor, me);
            }
        }
        awaitFree(object);
    }

    /** Waits until the monitor is free without taking it: the real entry follows inside a JDK class. */
    public void awaitFree(Object object) {
        ControlledThread me = scheduler.running();
        Monitor monitor = find(object);
        while (monitor != null && monitor.owner != null && monitor.owner != me) {
            me.operation().become(OperationKind.MONITOR_ENTER, monitor.resource, 0, true, me.lastSite);
            contend(monitor, me);
        }
        Observer observer = scheduler.observer();
        if (observer != Observer.NONE && (monitor == null || monitor.owner != me)) {
            // It is taken and left where no hook stands, and nothing comes in between.
            int resource = resources.idOf(object);
            observer.acquired(me.id(), resource);
            observer.released(me.id(), resource);
        }
    }

    /** The exit of a monitor. */
    public void exit(Object object) {
        Monitor monitor = find(object);
        if (monitor != null && monitor.owner == scheduler.running() && --monitor.count == 0) {
            free(monitor);
        }
    }

    /** Whether the execution has entered that object's monitor. */
    public boolean knows(Object object) {
        return find(object) != null;
    }

    /** Whether the running thread owns the monitor, as far as the model knows. */
    public boolean isHeld(Object object) {
        Monitor monitor = find(object);
        return monitor != null && monitor.owner == scheduler.running();
    }

    /** {@code Object.wait}: gives the monitor up, waits, and takes it again. */
    public void await(Object object, long nanos, int site) throws InterruptedException {
        ControlledThread me = scheduler.running();
        int resource = resources.idOf(object);
        scheduler.point(OperationKind.WAIT, resource, 0, true, site);
        scheduler.observer().interruptFlag(me.id(), me.id(), me.interrupted);
        if (me.interrupted) {
            throw interruption(me);
        }
        Monitor monitor = monitor(object);
        if (monitor.owner != me) {
            // The JVM says that the caller owns it: it was entered where no hook could be placed.
            take(monitor, me, 1, site);
        }
        scheduler.requireRelease(object);
        int count = monitor.count;
        int takenAt = monitor.takenAt;
        me.operation().become(OperationKind.WAIT, resource, 0, true, site);
        monitor.waiters.add(me);
        free(monitor);
        me.gateMonitor = object;
        long deadline = nanos == 0 ? ControlledThread.NEVER : scheduler.clock().after(nanos);
        Wake wake;
        try {
            wake = scheduler.block(object, deadline, true, (thread, reason) -> endWait(monitor, thread, reason));
        } catch (Error e) {
            monitor.waiters.remove(me);
            monitor.contenders.remove(me);
            take(monitor, me, count, takenAt);
            throw e;
        }
        monitor.contenders.remove(me);
        take(monitor, me, count, takenAt);
        if (wake == Wake.INTERRUPT) {
            throw interruption(me);
        }
    }

    private InterruptedException interruption(ControlledThread me) {
        scheduler.observer().interruptFlag(me.id(), me.id(), true);
        me.interrupted = false;
        return new InterruptedException();
    }

    /** {@code Object.notify} and {@code notifyAll}; which waiter a notify wakes is a decision. */
    public void signal(Object object, boolean all, int site) {
        scheduler.point(all ? OperationKind.NOTIFY_ALL : OperationKind.NOTIFY, resources.idOf(object), 0, true, site);
        Monitor monitor = find(object);
        if (monitor == null || monitor.waiters.isEmpty()) {
            notifyOutside(object, monitor);
            return;
        }
        if (all) {
            signalWithoutChoice(object, true);
        } else {
            int waiter = scheduler.chooseValue(monitor.waiters.size(), Decision.Kind.NOTIFY);
            endWait(monitor, monitor.waiters.get(waiter), Wake.GRANTED);
        }
    }

    /** A thread outside control may wait in the JVM, such as that of a timer which is older than the execution. */
    @SuppressWarnings("NotifyWithoutStateChange") // the state is the program's
    private static void notifyOutside(Object object, @Nullable Monitor monitor) {
        if (monitor == null || monitor.contenders.size() == 0) {
            synchronized (object) {
                object.notifyAll();
            }
        }
    }

    /** Wakes the first waiter or all, without a decision; returns whether there was one. */
    public boolean signalWithoutChoice(Object object, boolean all) {
        Monitor monitor = find(object);
        if (monitor == null || monitor.waiters.isEmpty()) {
            return false;
        }
        do {
            endWait(monitor, monitor.waiters.get(0), Wake.GRANTED);
        } while (all && !monitor.waiters.isEmpty());
        return true;
    }

    /** The thread leaves the wait set and contends for the monitor. */
    private void endWait(Monitor monitor, ControlledThread thread, Wake reason) {
        monitor.waiters.remove(thread);
        thread.wake = reason;
        scheduler.observer().woke(scheduler.running().id(), thread.id());
        thread.operation()
                .become(
                        OperationKind.MONITOR_REENTER,
                        monitor.resource,
                        0,
                        true,
                        thread.operation().site());
        monitor.contenders.add(thread);
        if (monitor.owner == null) {
            scheduler.wake(thread, reason);
        } else {
            monitor.keepsOthersWaiting = true;
            scheduler.waitFurther(thread, monitor.object, Monitors::refuse);
        }
    }

    /** The running thread wants the monitor: returns when it is free and the thread is chosen. */
    private void contend(Monitor monitor, ControlledThread me) {
        monitor.contenders.add(me);
        try {
            if (monitor.owner == null) {
                scheduler.pointAtPending();
            } else {
                monitor.keepsOthersWaiting = true;
                scheduler.block(monitor.object, ControlledThread.NEVER, false, Monitors::refuse);
            }
        } finally {
            monitor.contenders.remove(me);
        }
    }

    private static void refuse(ControlledThread thread, Wake reason) {
        throw new IllegalStateException(thread + " contends for a monitor, which nothing but its exit can end");
    }

    private void take(Monitor monitor, ControlledThread me, int count, int site) {
        monitor.owner = me;
        monitor.count = count;
        monitor.takenAt = site;
        scheduler.observer().acquired(me.id(), monitor.resource);
        if (monitor.contenders.size() > 0 && !monitor.justTaken && !scheduler.isUnwinding()) {
            monitor.justTaken = true;
            if (justTakenCount == justTaken.length) {
                justTaken = Arrays.copyOf(justTaken, justTakenCount * 2);
            }
            justTaken[justTakenCount++] = monitor;
        }
    }

    /**
     * Disables the contenders of the monitors that were taken since the last choice, and are not free again: most
     * critical sections are left before anyone is asked.
     */
    private void settle() {
        for (int i = 0; i < justTakenCount; i++) {
            Monitor monitor = Objects.requireNonNull(justTaken[i]);
            justTaken[i] = null;
            monitor.justTaken = false;
            if (monitor.owner != null) {
                disable(monitor);
            }
        }
        justTakenCount = 0;
    }

    private void disable(Monitor monitor) {
        monitor.keepsOthersWaiting = true;
        for (int i = 0; i < monitor.contenders.size(); i++) {
            ControlledThread other = monitor.contenders.get(i);
            if (!other.isBlocked()) {
                scheduler.disable(other, monitor.object, Monitors::refuse);
            }
        }
    }

    private void free(Monitor monitor) {
        if (monitor.owner != null) {
            scheduler.observer().released(monitor.owner.id(), monitor.resource);
        }
        if (monitor.isOfJdk && monitor.owner != null) {
            monitor.isOfJdk = false;
            monitor.owner.jdkMonitors--;
        }
        monitor.owner = null;
        monitor.count = 0;
        monitor.takenAt = Sites.UNKNOWN;
        if (!monitor.keepsOthersWaiting || scheduler.isUnwinding()) {
            return;
        }
        monitor.keepsOthersWaiting = false;
        for (int i = 0; i < monitor.contenders.size(); i++) {
            ControlledThread other = monitor.contenders.get(i);
            if (other.isBlocked()) {
                scheduler.wake(other, other.wake);
            }
        }
    }

    private Monitor monitor(Object object) {
        Monitor known = find(object);
        return known == null ? create(object) : known;
    }

    private Monitor create(Object object) {
        int id = resources.idOf(object);
        highest = Math.max(highest, id);
        if (id >= monitors.length) {
            monitors = Arrays.copyOf(monitors, Math.max(id + 1, monitors.length * 2));
        }
        Monitor monitor = new Monitor(object, id);
        monitors[id] = monitor;
        return monitor;
    }

    /** The model of that object's monitor, or null if it was never used. */
    @Nullable
    Monitor find(Object object) {
        Monitor last = lastFound;
        if (last != null && last.object == object) {
            return last;
        }
        int id = resources.find(object);
        Monitor found = id < monitors.length ? monitors[id] : null;
        lastFound = found;
        return found;
    }
}

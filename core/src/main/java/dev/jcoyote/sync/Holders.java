package dev.jcoyote.sync;

import dev.jcoyote.bridge.ClassInitialization;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ResourceNames;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.scheduler.WaitGraph;
import java.util.Objects;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import org.jspecify.annotations.Nullable;

/** Who holds what a thread waits for: monitors, the exclusive locks of {@code java.util.concurrent}, and threads. */
public final class Holders implements WaitGraph {
    private final ResourceTable resources;
    private @Nullable Scheduler scheduler;
    private @Nullable Monitors monitors;

    /** One for the whole report of an execution: two objects must not share a name in it. */
    private @Nullable ResourceNames names;

    /** Creates the graph; {@link #connect} completes it. */
    public Holders(ResourceTable resources) {
        this.resources = resources;
    }

    /** Tells it where to look. */
    public void connect(Scheduler newScheduler, Monitors newMonitors) {
        scheduler = newScheduler;
        monitors = newMonitors;
    }

    /** Forgets the names of the execution that is over. */
    public void clear() {
        names = null;
    }

    @Override
    public @Nullable ControlledThread holderOf(ControlledThread blocked) {
        Object waitsFor = blocked.waitsFor;
        if (waitsFor == null) {
            return null;
        }
        return switch (blocked.operation().kind()) {
            case MONITOR_ENTER, MONITOR_REENTER -> {
                Monitor monitor = monitors().find(waitsFor);
                yield monitor == null ? null : monitor.owner;
            }
            case PARK -> ownerOfLock(waitsFor);
            case JOIN -> scheduler().threads().find((Thread) waitsFor);
            default -> null;
        };
    }

    /** The thread that owns the monitor of that object; null if none does. */
    public @Nullable ControlledThread ownerOfMonitor(Object object) {
        Monitor monitor = monitors().find(object);
        return monitor == null || monitor.owner == null || monitor.owner.isDone() ? null : monitor.owner;
    }

    /** The thread that holds, alone, the lock that parked threads wait for; null if none does or it is not known. */
    public @Nullable ControlledThread ownerOfLock(@Nullable Object blocker) {
        return blocker instanceof AbstractOwnableSynchronizer synchronizer
                ? Locks.ownerOf(synchronizer, scheduler().threads())
                : null;
    }

    @Override
    public String describe(ControlledThread blocked) {
        Object waitsFor = blocked.waitsFor;
        OperationKind kind = blocked.operation().kind();
        return switch (kind) {
            case MONITOR_ENTER ->
                waitsFor instanceof ClassInitialization initialization
                        ? "waits for the initialisation of class "
                                + initialization.type().getName()
                        : "waits for the monitor of " + name(waitsFor);
            case MONITOR_REENTER -> "waits to take back the monitor of " + name(waitsFor);
            case WAIT -> "waits to be notified on " + name(waitsFor);
            case JOIN -> "waits for the end of " + threadName(waitsFor);
            case SLEEP -> "sleeps";
            case PARK -> waitsFor == null ? "is parked" : "is parked, waiting for " + nameOfLock(blocked, waitsFor);
            default -> "is blocked";
        };
    }

    @Override
    public int takenAt(ControlledThread blocked) {
        Object waitsFor = blocked.waitsFor;
        ControlledThread holder = holderOf(blocked);
        if (waitsFor == null || holder == null) {
            return Sites.UNKNOWN;
        }
        return switch (blocked.operation().kind()) {
            case MONITOR_ENTER, MONITOR_REENTER -> {
                Monitor monitor = monitors().find(waitsFor);
                yield monitor == null ? Sites.UNKNOWN : monitor.takenAt;
            }
            case PARK -> {
                int call = Locks.lastLockingCall(holder, waitsFor, events(), resources);
                yield call < 0 ? Sites.UNKNOWN : events().site(call);
            }
            default -> Sites.UNKNOWN;
        };
    }

    /** The lock as the program knows it, if it is one; else what the thread waits for. */
    private String nameOfLock(ControlledThread blocked, Object waitsFor) {
        int call = Locks.lastLockingCall(blocked, waitsFor, events(), resources);
        return name(call < 0 ? waitsFor : resources.object(events().resource(call)));
    }

    @Override
    public boolean isFree(Object object, ControlledThread thread) {
        Monitor monitor = monitors().find(object);
        if (monitor == null) {
            return true;
        }
        ControlledThread owner = monitor.owner;
        return owner == null || owner == thread || owner.isDone();
    }

    private String name(@Nullable Object object) {
        if (object == null) {
            return "something";
        }
        if (names == null) {
            names = new ResourceNames(events(), resources);
        }
        return names.of(object);
    }

    private String threadName(@Nullable Object thread) {
        ControlledThread known = scheduler().threads().find((Thread) Objects.requireNonNull(thread));
        return known == null ? "a thread" : known.label();
    }

    private EventLog events() {
        return scheduler().events();
    }

    private Scheduler scheduler() {
        return Objects.requireNonNull(scheduler);
    }

    private Monitors monitors() {
        return Objects.requireNonNull(monitors);
    }
}

package dev.jcoyote.sync;

import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ResourceNames;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.scheduler.Wait;
import dev.jcoyote.scheduler.WaitGraph;
import java.util.List;
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
    public Wait waitOf(ControlledThread blocked, List<StackTraceElement> stack) {
        if (names == null) {
            names = new ResourceNames(events(), resources);
        }
        return new Waits(events(), resources, scheduler().threads(), monitors(), names)
                .of(blocked, holderOf(blocked), stack);
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

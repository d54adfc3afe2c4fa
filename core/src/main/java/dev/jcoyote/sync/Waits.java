package dev.jcoyote.sync;

import dev.jcoyote.bridge.ClassInitialization;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ResourceNames;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.scheduler.Wait;
import dev.jcoyote.sync.Takings.Taking;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import org.jspecify.annotations.Nullable;

/** What blocked threads wait for, in the words of the program: its own objects rather than those inside of them. */
final class Waits {
    private final EventLog events;
    private final ResourceTable resources;
    private final ThreadRegistry threads;
    private final Monitors monitors;
    private final ResourceNames names;

    Waits(EventLog events, ResourceTable resources, ThreadRegistry threads, Monitors monitors, ResourceNames names) {
        this.events = events;
        this.resources = resources;
        this.threads = threads;
        this.monitors = monitors;
        this.names = names;
    }

    /** What the thread waits for; the holder is the one thread that has it, if there is one. */
    Wait of(ControlledThread blocked, @Nullable ControlledThread holder, List<StackTraceElement> stack) {
        Object waitsFor = blocked.waitsFor;
        OperationKind kind = blocked.operation().kind();
        boolean isIdle = BlockingCalls.isWithoutWork(stack);
        return switch (kind) {
            case MONITOR_ENTER, MONITOR_REENTER -> ofMonitor(blocked, holder, waitsFor, kind, stack);
            case WAIT -> simple(blocked, isIdle ? Wait.Kind.WORK : Wait.Kind.NOTIFICATION, waitsFor, stack);
            case JOIN -> ofJoin(blocked, holder, stack);
            case SLEEP -> simple(blocked, Wait.Kind.TIME, null, stack);
            default -> isIdle ? simple(blocked, Wait.Kind.WORK, waitsFor, stack) : ofPark(blocked, holder, stack);
        };
    }

    private Wait ofMonitor(
            ControlledThread blocked,
            @Nullable ControlledThread holder,
            @Nullable Object waitsFor,
            OperationKind kind,
            List<StackTraceElement> stack) {
        boolean isClass = waitsFor instanceof ClassInitialization;
        Wait.Kind waitKind = isClass
                ? Wait.Kind.INITIALIZATION
                : kind == OperationKind.MONITOR_ENTER ? Wait.Kind.MONITOR : Wait.Kind.MONITOR_AGAIN;
        String name = waitsFor instanceof ClassInitialization initialization
                ? ResourceNames.ofClass(initialization.type())
                : name(waitsFor);
        List<Wait.Holder> holders = new ArrayList<>();
        if (holder != null && waitsFor != null) {
            Monitor monitor = monitors.find(waitsFor);
            int takenAt = monitor == null ? Sites.UNKNOWN : monitor.takenAt;
            holders.add(holder(holder, name, isClass ? Operation.NO_RESOURCE : number(waitsFor), takenAt));
        }
        return new Wait(
                waitKind,
                name,
                number(waitsFor),
                "",
                Wait.UNKNOWN,
                at(blocked.operation().site(), stack),
                holders);
    }

    private Wait ofJoin(ControlledThread blocked, @Nullable ControlledThread holder, List<StackTraceElement> stack) {
        String name = holder == null ? "a thread" : holder.label();
        List<Wait.Holder> holders =
                holder == null ? List.of() : List.of(holder(holder, "", Operation.NO_RESOURCE, Sites.UNKNOWN));
        return new Wait(
                Wait.Kind.END,
                name,
                number(blocked.waitsFor),
                "",
                Wait.UNKNOWN,
                at(blocked.operation().site(), stack),
                holders);
    }

    private Wait simple(
            ControlledThread blocked, Wait.Kind kind, @Nullable Object object, List<StackTraceElement> stack) {
        StackTraceElement at = at(blocked.operation().site(), stack);
        return new Wait(kind, name(object), number(object), "", Wait.UNKNOWN, at, List.of());
    }

    private Wait ofPark(ControlledThread blocked, @Nullable ControlledThread holder, List<StackTraceElement> stack) {
        Object blocker = blocked.waitsFor;
        StackTraceElement called = BlockingCalls.called(stack);
        Wait.Kind kind = called == null ? Wait.Kind.OTHER : BlockingCalls.kindOf(called);
        int locking = blocker == null ? -1 : Locks.lastLockingCall(blocked, blocker, events, resources);
        if (kind == Wait.Kind.OTHER && blocker == null) {
            kind = Wait.Kind.UNPARK;
        } else if (kind == Wait.Kind.UNPARK && blocker != null) {
            kind = Wait.Kind.OTHER;
        } else if (holder != null || (kind == Wait.Kind.SIGNAL && blocker instanceof AbstractQueuedSynchronizer)) {
            // A thread that was signalled waits for the lock of its condition.
            kind = Wait.Kind.LOCK;
        }
        int event = locking >= 0 ? locking : called == null ? -1 : lastCall(blocked, called);
        boolean isKnown = event >= 0 && kind != Wait.Kind.OTHER;
        Object object = isKnown ? resources.object(events.resource(event)) : blocker;
        String name = name(object);
        return new Wait(
                kind,
                name,
                number(object),
                called == null ? "" : BlockingCalls.nameOf(called),
                amount(kind, blocker),
                at(blocked.operation().site(), stack),
                holders(kind, holder, object, blocker));
    }

    /** The last call by that thread which that frame may be: an event of the log, or -1. */
    private int lastCall(ControlledThread thread, StackTraceElement called) {
        for (int event = events.size() - 1; event >= 0; event--) {
            if (events.thread(event) == thread.id() && events.kind(event) == OperationKind.CALL) {
                String target = Sites.target(events.site(event));
                int resource = events.resource(event);
                if (target.endsWith("." + called.getMethodName())
                        && resource != Operation.NO_RESOURCE
                        && isA(resources.object(resource), called.getClassName())) {
                    return event;
                }
            }
        }
        return -1;
    }

    private static boolean isA(Object object, String className) {
        Class<?> type = object.getClass();
        while (type != null && !type.getName().equals(className)) {
            type = type.getSuperclass();
        }
        return type != null;
    }

    private List<Wait.Holder> holders(
            Wait.Kind kind, @Nullable ControlledThread holder, @Nullable Object object, @Nullable Object blocker) {
        if (object instanceof FutureTask<?> task && kind == Wait.Kind.RESULT) {
            ControlledThread runner = Locks.runnerOf(task, threads);
            return runner == null ? List.of() : List.of(holder(runner, name(object), number(object), Sites.UNKNOWN));
        }
        if (object == null || blocker == null || (kind != Wait.Kind.LOCK && kind != Wait.Kind.PERMIT)) {
            return List.of();
        }
        if (holder != null) {
            int call = Locks.lastLockingCall(holder, blocker, events, resources);
            return List.of(
                    call < 0 ? holder(holder, name(object), number(object), Sites.UNKNOWN) : holder(holder, call));
        }
        List<Wait.Holder> holders = new ArrayList<>();
        for (Taking taking : Takings.of(kind == Wait.Kind.PERMIT ? object : blocker, events, resources, threads)) {
            holders.add(holder(taking.thread(), taking.event()));
        }
        return holders;
    }

    private static int amount(Wait.Kind kind, @Nullable Object blocker) {
        boolean isCounted = kind == Wait.Kind.COUNT || kind == Wait.Kind.PERMIT;
        return isCounted && blocker instanceof AbstractQueuedSynchronizer synchronizer
                ? Locks.stateOf(synchronizer)
                : Wait.UNKNOWN;
    }

    private Wait.Holder holder(ControlledThread thread, int call) {
        int resource = events.resource(call);
        return holder(thread, names.of(resource), resource, events.site(call));
    }

    private Wait.Holder holder(ControlledThread thread, String what, int resource, int site) {
        StackTraceElement takenAt = site == Sites.UNKNOWN ? null : Sites.frame(site);
        return new Wait.Holder(thread.path(), thread.label(), what, resource, takenAt, thread.isDone());
    }

    /** Where in the program it waits: frames without a line are the tool's. */
    private static @Nullable StackTraceElement at(int site, List<StackTraceElement> stack) {
        int program = BlockingCalls.firstOfProgram(stack);
        StackTraceElement frame = program < 0 ? null : stack.get(program);
        if (site != Sites.UNKNOWN && (stack.isEmpty() || (frame != null && frame.getLineNumber() < 0))) {
            return Sites.frame(site);
        }
        return frame;
    }

    private int number(@Nullable Object object) {
        return object == null ? Operation.NO_RESOURCE : resources.find(object);
    }

    private String name(@Nullable Object object) {
        return object == null ? "" : names.of(object);
    }
}

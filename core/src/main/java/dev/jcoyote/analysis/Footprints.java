package dev.jcoyote.analysis;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The footprint of each step of an execution: all that it does to what threads share, JDK code included. Primitive arrays
 * that are reused.
 *
 * <p>Step 0 is what the main thread does before its first scheduling point. Steps after the last one stand for the pending
 * operations of threads that the end of the execution has cut off: see {@link #addPending}.
 */
public final class Footprints extends StepLog implements Observer {
    static final int NO_STEP = -1;

    /** A slot of no object, for what looks at the state of all. */
    private static final int ALL_STATE = Integer.MIN_VALUE;

    /** A slot of a thread's object: whether it has been started. What is done to it before is lost, or does not wait. */
    private static final int STARTED = Integer.MIN_VALUE + 1;

    private final CanonicalNames names = new CanonicalNames();
    private @Nullable ResourceTable resources;

    /** By thread: the step that ended its last wait, and its last step of all once it has ended. */
    private int[] wokenBy = new int[16];

    private int[] endedAt = new int[16];
    private boolean[] expired = new boolean[16];

    /** By thread: the operation that it comes to next, and whether it cannot proceed with it. */
    private final PendingOperations pending = new PendingOperations();

    @Override
    public void begin(ResourceTable table) {
        resources = table;
        names.begin();
        clear();
        makeThread(0, NO_STEP);
        addStep(0, OperationKind.BEGIN, Sites.UNKNOWN);
        executed = steps;
    }

    @Override
    public void executed(Operation operation, OperationKind kind) {
        int thread = operation.thread();
        pending.set(operation, false);
        addStep(thread, kind, operation.site());
        executed = steps;
        addEnabling(thread);
        wokenBy[thread] = NO_STEP;
        expired[thread] = false;
        addOperation(thread, kind);
        pending.clear(thread);
    }

    private void addEnabling(int thread) {
        if (wokenBy[thread] != NO_STEP) {
            add(Access.AFTER, wokenBy[thread], 0);
        }
        if (expired[thread]) {
            add(Access.AFTER_ALL, 0, 0);
        }
    }

    private void addOperation(int thread, OperationKind kind) {
        int resource = pending.resource(thread);
        int slot = pending.slot(thread);
        switch (kind) {
            case CALL, READ, WRITE, PLAIN_READ, PLAIN_WRITE -> {
                int what = pending.isWrite(thread) ? Access.WRITE : Access.READ;
                if (resource != Operation.NO_RESOURCE || slot != 0) {
                    add(what, resource, slot);
                }
                if (pending.isAtomic(thread) && mayBeStatic(resource)) {
                    add(what, Operation.NO_RESOURCE, 0);
                }
            }
            case MONITOR_ENTER, MONITOR_REENTER -> add(Access.ACQUIRE, resource, 0);
            case WAIT, NOTIFY, NOTIFY_ALL -> add(Access.WAIT_SET, resource, 0);
            case SLEEP, TIMEOUT -> add(Access.CLOCK, 0, 0);
            case START -> add(Access.WRITE, resource, STARTED);
            case UNPARK, INTERRUPT, JOIN -> add(Access.READ, resource, STARTED);
            case THREAD_STATE -> {
                add(Access.READ, resource, STARTED);
                add(Access.LOOK, 0, 0);
            }
            case EXTERNAL -> add(Access.EXTERNAL, 0, 0);
            default -> {}
        }
    }

    /** VarHandles of static fields tell no object, and Unsafe tells the class. */
    private boolean mayBeStatic(int resource) {
        return resource == Operation.NO_RESOURCE || instance(resource) instanceof Class;
    }

    @Override
    public void compareFailed(int thread) {
        int first = starts[steps - 1];
        for (int i = first; i < size; i++) {
            if (whats[i] == Access.WRITE) {
                whats[i] = Access.READ;
                kinds[steps - 1] |= (byte) FAILED;
                return;
            }
        }
    }

    @Override
    public void pending(Operation operation) {
        pending.set(operation, false);
    }

    @Override
    public void blocked(Operation operation) {
        pending.set(operation, true);
        add(Access.STATE, 0, 0);
    }

    @Override
    public void started(int thread, int child) {
        makeThread(child, steps - 1);
        names.started(thread, child);
    }

    @Override
    public void ended(int thread) {
        endedAt[thread] = steps - 1;
        // An interrupt does nothing from here on.
        add(Access.FLAG_WRITE, thread, 0);
        add(Access.STATE, 0, 0);
    }

    @Override
    public void joined(int thread, int ended) {
        if (kind(steps - 1) == OperationKind.JOIN && endedAt[ended] != NO_STEP) {
            add(Access.AFTER, endedAt[ended], 0);
        } else {
            add(Access.LOOK, 0, 0);
        }
    }

    @Override
    public void acquired(int thread, int monitor) {
        boolean isNew = last() != Access.ACQUIRE || objects[size - 1] != monitor;
        if (isNew && !IncidentalMonitors.contains(instance(monitor))) {
            add(Access.ACQUIRE, monitor, 0);
        }
    }

    @Override
    public void released(int thread, int monitor) {
        if (!IncidentalMonitors.contains(instance(monitor))) {
            add(Access.RELEASE, monitor, 0);
        }
    }

    @Override
    public void woke(int thread, int sleeper) {
        boolean isInWaitSet = pending.isBlockedIn(OperationKind.WAIT, sleeper);
        int monitor = pending.resource(sleeper);
        if (isInWaitSet) {
            pending.become(OperationKind.MONITOR_REENTER, sleeper);
        }
        if (expired[sleeper]) {
            // It was no thread's doing, whoever ran last.
            return;
        }
        if (isInWaitSet) {
            add(Access.WAIT_SET, monitor, 0);
        }
        wokenBy[sleeper] = steps - 1;
        add(Access.WAKE, sleeper, 0);
        add(Access.STATE, 0, 0);
    }

    @Override
    public void unparked(int thread, int target) {
        add(Access.PERMIT, target, 0);
        if (pending.isBlockedIn(OperationKind.PARK, target)) {
            wokenBy[target] = steps - 1;
        }
    }

    @Override
    public void parked(int thread) {
        add(Access.PARK, thread, 0);
    }

    @Override
    public void interruptFlag(int thread, int target, boolean write) {
        add(write ? Access.FLAG_WRITE : Access.FLAG_READ, target, 0);
        if (write && pending.isBlocked(target)) {
            wokenBy[target] = steps - 1;
        }
    }

    @Override
    public void expired(int thread) {
        expired[thread] = true;
    }

    @Override
    public void clock(int thread) {
        add(Access.CLOCK, 0, 0);
    }

    @Override
    public boolean hearsSynchronizing() {
        return true;
    }

    @Override
    public boolean hearsCreation() {
        return true;
    }

    @Override
    public void synchronizing(int thread, int resource, int slot, boolean write, int site) {
        add(write ? Access.WRITE : Access.READ, resource, slot);
    }

    @Override
    public void judged(int thread) {
        add(Access.WRITE, Operation.NO_RESOURCE, ALL_STATE);
    }

    @Override
    public void created(int thread, int resource) {
        names.created(thread, resource, instance(resource));
    }

    /** Adds the operations as steps that were not executed with which threads could have gone on, but for the others. */
    public void addPending() {
        for (int thread = 0; thread < threadCount; thread++) {
            if (pending.couldComeNext(thread)) {
                addStep(thread, pending.kind(thread), Sites.UNKNOWN);
                addEnabling(thread);
                addOperation(thread, pending.kind(thread));
            }
        }
    }

    private void makeThread(int thread, int startedBy) {
        if (thread >= wokenBy.length) {
            int room = thread * 2;
            wokenBy = Arrays.copyOf(wokenBy, room);
            endedAt = Arrays.copyOf(endedAt, room);
            expired = Arrays.copyOf(expired, room);
        }
        threadCount = Math.max(threadCount, thread + 1);
        wokenBy[thread] = startedBy;
        endedAt[thread] = NO_STEP;
        expired[thread] = false;
        pending.clear(thread);
    }

    @Override
    void add(int what, int object, int slot) {
        if (threadCount == 1 && Access.isOfResource(what) && object != Operation.NO_RESOURCE) {
            // Until there is a second thread, all executions are the same.
            names.created(0, object, instance(object));
        }
        super.add(what, object, slot);
    }

    /** The thread's number that all executions agree on. */
    public int canonicalThread(int thread) {
        return names.thread(thread);
    }

    /** The footprint of a step in numbers that all executions agree on: rows of what, object and slot. */
    public int[] canonical(int step) {
        int[] rows = new int[3 * (to(step) - from(step))];
        int length = 0;
        for (int i = from(step); i < to(step); i++) {
            if (Access.group(whats[i]) >= 0) {
                rows[length++] = whats[i];
                rows[length++] = canonicalObject(i);
                rows[length++] = slots[i];
            }
        }
        return length == rows.length ? rows : Arrays.copyOf(rows, length);
    }

    /** What the step might do if it came earlier: a compare-and-set that failed may succeed then. */
    public int[] canonicalIfEarlier(int step) {
        int[] rows = canonical(step);
        if ((kinds[step] & FAILED) != 0) {
            for (int row = 0; row < rows.length; row += 3) {
                rows[row] = rows[row] == Access.READ ? Access.WRITE : rows[row];
            }
        }
        return rows;
    }

    /** Whether a step and a footprint from {@link #canonical} of another thread may matter to each other. */
    public boolean conflicts(int step, int[] rows) {
        for (int i = from(step); i < to(step); i++) {
            int group = Access.group(whats[i]);
            int object = group < 0 ? 0 : canonicalObject(i);
            for (int row = 0; row < rows.length && group >= 0; row += 3) {
                if (group == Access.group(rows[row])
                        && object == rows[row + 1]
                        && Access.conflict(whats[i], slots[i], rows[row], rows[row + 2])) {
                    return true;
                }
            }
        }
        return false;
    }

    private int canonicalObject(int position) {
        int what = whats[position];
        int object = objects[position];
        if (Access.isOfThread(what)) {
            return names.thread(object);
        }
        if (!Access.isOfResource(what) || object == Operation.NO_RESOURCE) {
            return Integer.MIN_VALUE;
        }
        return names.object(object, instance(object));
    }

    private Object instance(int resource) {
        return Objects.requireNonNull(resources).object(resource);
    }
}

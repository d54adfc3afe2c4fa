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
public final class Footprints implements Observer {
    static final int NO_STEP = -1;

    private final CanonicalNames names = new CanonicalNames();
    private @Nullable ResourceTable resources;

    private int[] threads = new int[256];
    private int[] starts = new int[257];
    private int[] sites = new int[256];
    private byte[] kinds = new byte[256];
    private int steps;

    private byte[] whats = new byte[1024];
    private int[] objects = new int[1024];
    private int[] slots = new int[1024];
    private int size;

    private int threadCount;

    /** By thread: the step that ended its last wait, and its last step of all once it has ended. */
    private int[] wokenBy = new int[16];

    private int[] endedAt = new int[16];
    private boolean[] expired = new boolean[16];

    /** By thread: the operation that it comes to next, and whether it cannot proceed with it. */
    private final PendingOperations pending = new PendingOperations();

    /** How many steps were executed; the rest is pending. */
    private int executed;

    @Override
    public void begin(ResourceTable table) {
        resources = table;
        names.begin();
        steps = 0;
        size = 0;
        executed = 0;
        threadCount = 0;
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
                if (resource != Operation.NO_RESOURCE || slot != 0) {
                    add(pending.isWrite(thread) ? Access.WRITE : Access.READ, resource, slot);
                }
            }
            case MONITOR_ENTER, MONITOR_REENTER -> add(Access.ACQUIRE, resource, 0);
            case WAIT, NOTIFY, NOTIFY_ALL -> add(Access.WAIT_SET, resource, 0);
            case SLEEP, TIMEOUT -> add(Access.CLOCK, 0, 0);
            case THREAD_STATE -> add(Access.LOOK, 0, 0);
            case EXTERNAL -> add(Access.EXTERNAL, 0, 0);
            default -> {}
        }
    }

    @Override
    public void compareFailed(int thread) {
        int first = starts[steps - 1];
        for (int i = first; i < size; i++) {
            if (whats[i] == Access.WRITE) {
                whats[i] = Access.READ;
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
        if (last() != Access.ACQUIRE || objects[size - 1] != monitor) {
            add(Access.ACQUIRE, monitor, 0);
        }
    }

    @Override
    public void released(int thread, int monitor) {
        add(Access.RELEASE, monitor, 0);
    }

    @Override
    public void woke(int thread, int sleeper) {
        if (pending.isBlockedIn(OperationKind.WAIT, sleeper)) {
            add(Access.WAIT_SET, pending.resource(sleeper), 0);
            pending.become(OperationKind.MONITOR_REENTER, sleeper);
        }
        wokenBy[sleeper] = steps - 1;
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

    private void addStep(int thread, OperationKind kind, int site) {
        if (steps == threads.length) {
            threads = Arrays.copyOf(threads, steps * 2);
            kinds = Arrays.copyOf(kinds, steps * 2);
            sites = Arrays.copyOf(sites, steps * 2);
            starts = Arrays.copyOf(starts, steps * 2 + 1);
        }
        threads[steps] = thread;
        kinds[steps] = (byte) kind.ordinal();
        sites[steps] = site;
        starts[steps] = size;
        steps++;
    }

    private void add(int what, int object, int slot) {
        int last = size - 1;
        if (last >= starts[steps - 1] && whats[last] == what && objects[last] == object && slots[last] == slot) {
            return;
        }
        if (threadCount == 1 && Access.isOfResource(what) && object != Operation.NO_RESOURCE) {
            // Until there is a second thread, all executions are the same.
            names.created(0, object, instance(object));
        }
        if (size == whats.length) {
            whats = Arrays.copyOf(whats, size * 2);
            objects = Arrays.copyOf(objects, size * 2);
            slots = Arrays.copyOf(slots, size * 2);
        }
        whats[size] = (byte) what;
        objects[size] = object;
        slots[size] = slot;
        size++;
    }

    private int last() {
        return size == starts[steps - 1] ? -1 : whats[size - 1];
    }

    /** How many steps there are, step 0 included. */
    public int steps() {
        return steps;
    }

    /** How many steps were executed. */
    public int executed() {
        return executed;
    }

    /** How many threads there were. */
    public int threadCount() {
        return threadCount;
    }

    /** The thread of a step. */
    public int thread(int step) {
        return threads[step];
    }

    /** What a step began with. */
    public OperationKind kind(int step) {
        return OperationKind.of(kinds[step]);
    }

    /** The code position of what a step began with; unknown for what is pending. */
    public int site(int step) {
        return sites[step];
    }

    /** The position of the first access of a step. */
    public int from(int step) {
        return starts[step];
    }

    /** The position after the last access of a step. */
    public int to(int step) {
        return step == steps - 1 ? size : starts[step + 1];
    }

    /** What the access at that position does: a constant of {@link Access}. */
    public int what(int position) {
        return whats[position];
    }

    /** To which resource, thread or step, by what it does. */
    public int object(int position) {
        return objects[position];
    }

    /** To which slot of it. */
    public int slot(int position) {
        return slots[position];
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

    /** Whether a step is of the same thread as a later one, conflicts with it or has enabled it. */
    public boolean comesRightBefore(int step, int later) {
        if (threads[step] == threads[later]) {
            return true;
        }
        for (int i = from(later); i < to(later); i++) {
            if (whats[i] == Access.AFTER && objects[i] == step) {
                return true;
            }
            int group = Access.group(whats[i]);
            for (int j = from(step); j < to(step) && group >= 0; j++) {
                if (group == Access.group(whats[j])
                        && objects[i] == objects[j]
                        && Access.conflict(whats[i], slots[i], whats[j], slots[j])) {
                    return true;
                }
            }
        }
        return false;
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

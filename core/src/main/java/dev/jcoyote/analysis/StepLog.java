package dev.jcoyote.analysis;

import dev.jcoyote.bridge.OperationKind;
import java.util.Arrays;

/** The steps of an execution and what each of them accesses: primitive arrays that are reused. */
public abstract sealed class StepLog permits Footprints {
    /** In a kind's byte: the step began with a compare-and-set that failed. */
    static final int FAILED = 0x80;

    int[] threads = new int[256];
    int[] starts = new int[257];
    int[] sites = new int[256];
    byte[] kinds = new byte[256];
    int steps;

    byte[] whats = new byte[1024];
    int[] objects = new int[1024];
    int[] slots = new int[1024];
    int size;

    int threadCount;

    /** How many steps were executed; the rest is pending. */
    int executed;

    void clear() {
        steps = 0;
        size = 0;
        executed = 0;
        threadCount = 0;
    }

    void addStep(int thread, OperationKind kind, int site) {
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

    void add(int what, int object, int slot) {
        int last = size - 1;
        if (last >= starts[steps - 1] && whats[last] == what && objects[last] == object && slots[last] == slot) {
            return;
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

    int last() {
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
        return OperationKind.of(kinds[step] & (FAILED - 1));
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
}

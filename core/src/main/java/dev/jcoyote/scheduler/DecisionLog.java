package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.OperationText;
import java.util.Arrays;

/** The choices of an execution, in order: primitive arrays that are reused. */
public final class DecisionLog {
    private static final int FIELDS = 7;

    /** Rows of step, thread, value, bound, operation kind, site, hash. A bound of 0 marks the choice of a thread. */
    private int[] rows = new int[FIELDS * 256];

    private int size;

    void clear() {
        size = 0;
    }

    void add(int step, Operation operation, int value, int bound, int hash) {
        int row = size * FIELDS;
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, row * 2);
        }
        rows[row] = step;
        rows[row + 1] = operation.thread();
        rows[row + 2] = value;
        rows[row + 3] = bound;
        rows[row + 4] = operation.kind().ordinal();
        rows[row + 5] = operation.site();
        rows[row + 6] = hash;
        size++;
    }

    /** How many choices were made. */
    public int size() {
        return size;
    }

    /** The step of a choice of thread, or 0 if it is the choice of a value. */
    public int step(int index) {
        return rows[index * FIELDS];
    }

    /** The choice in the form of schedules. */
    public Decision decision(int index, ThreadRegistry threads) {
        int row = index * FIELDS;
        int site = rows[row + 5];
        OperationKind kind = OperationKind.of(rows[row + 4]);
        return new Decision(
                rows[row],
                rows[row + 3] == 0 ? Decision.Kind.THREAD : Decision.Kind.NOTIFY,
                threads.get(rows[row + 1]).path(),
                rows[row + 2],
                rows[row + 3],
                OperationText.of(kind, site),
                OperationText.site(site),
                rows[row + 6]);
    }
}

package dev.jcoyote.analysis;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import java.util.Arrays;

/** The operation that each thread comes to next: a copy, since a thread's own changes when it unwinds. */
final class PendingOperations {
    private static final byte NONE = -1;

    private byte[] kinds = new byte[16];
    private int[] resources = new int[16];
    private int[] slots = new int[16];
    private boolean[] writes = new boolean[16];
    private boolean[] blocked = new boolean[16];
    private boolean[] atomic = new boolean[16];
    private final SiteTraits traits = new SiteTraits();

    void set(Operation operation, boolean isBlocked) {
        int thread = operation.thread();
        kinds[thread] = (byte) operation.kind().ordinal();
        resources[thread] = operation.resource();
        slots[thread] = operation.slot();
        writes[thread] = operation.isWrite();
        blocked[thread] = isBlocked;
        atomic[thread] =
                operation.kind() == OperationKind.CALL && (traits.of(operation.site()) & SiteTraits.ATOMIC) != 0;
    }

    void become(OperationKind kind, int thread) {
        kinds[thread] = (byte) kind.ordinal();
    }

    /** The thread has none, or is new. */
    void clear(int thread) {
        if (thread >= kinds.length) {
            int room = thread * 2;
            kinds = Arrays.copyOf(kinds, room);
            resources = Arrays.copyOf(resources, room);
            slots = Arrays.copyOf(slots, room);
            writes = Arrays.copyOf(writes, room);
            blocked = Arrays.copyOf(blocked, room);
            atomic = Arrays.copyOf(atomic, room);
        }
        kinds[thread] = NONE;
        blocked[thread] = false;
    }

    /** Whether the thread has come to an operation that can proceed, or could if a monitor were free. */
    boolean couldComeNext(int thread) {
        boolean isEntry = kinds[thread] == OperationKind.MONITOR_ENTER.ordinal()
                || kinds[thread] == OperationKind.MONITOR_REENTER.ordinal();
        return kinds[thread] != NONE && (isEntry || !blocked[thread]);
    }

    boolean isBlocked(int thread) {
        return blocked[thread];
    }

    boolean isBlockedIn(OperationKind kind, int thread) {
        return blocked[thread] && kinds[thread] == kind.ordinal();
    }

    OperationKind kind(int thread) {
        return OperationKind.of(kinds[thread]);
    }

    int resource(int thread) {
        return resources[thread];
    }

    int slot(int thread) {
        return slots[thread];
    }

    boolean isWrite(int thread) {
        return writes[thread];
    }

    /** Whether it is a call of an atomic variable, a VarHandle or Unsafe. */
    boolean isAtomic(int thread) {
        return atomic[thread];
    }
}

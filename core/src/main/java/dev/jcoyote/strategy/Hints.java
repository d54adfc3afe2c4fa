package dev.jcoyote.strategy;

import dev.jcoyote.bridge.OperationKind;

/** The operations by which a thread says that it waits for others without blocking. */
public final class Hints {
    private Hints() {}

    /** Whether a thread that repeats the operation is likely to be in a loop that only another thread can end. */
    public static boolean isHint(OperationKind kind) {
        return kind == OperationKind.YIELD || kind == OperationKind.SPIN || kind == OperationKind.SLEEP;
    }
}

package dev.jcoyote;

import dev.jcoyote.bridge.Control;

/** Keeps explorations out of test bodies: an execution inside an execution would wait for itself. */
final class ExecutionGuard {
    private ExecutionGuard() {}

    static void refuseInsideExecution() {
        if (Control.isControlled()) {
            throw new IllegalStateException(
                    "An exploration was started inside the test body of another one. Start it from an ordinary test.");
        }
    }
}

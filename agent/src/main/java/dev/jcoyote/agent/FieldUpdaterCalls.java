package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import org.jspecify.annotations.Nullable;

/** The atomic field updaters, whose resource is the object and not the updater. */
final class FieldUpdaterCalls implements CallRule {
    private static final int FIRST_ARGUMENT = 1;

    @Override
    public @Nullable CallAction actionFor(Call call) {
        if (!call.type().startsWith("java/util/concurrent/atomic/Atomic")
                || !call.type().endsWith("FieldUpdater")
                || call.isStatic()
                || !call.descriptor().startsWith("(Ljava/lang/Object;")) {
            return null;
        }
        return CallAction.point(
                FIRST_ARGUMENT, OperationKind.CALL, !ReadOnlyCalls.contains(call.name()), call.target());
    }
}

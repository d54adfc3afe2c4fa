package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import org.jspecify.annotations.Nullable;

/** The calls of atomic variables, whose own code the JIT compiler replaces. */
final class AtomicCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        boolean atomic = call.type().startsWith("java/util/concurrent/atomic/")
                && !call.type().endsWith("FieldUpdater")
                && !call.isConstructor()
                && !call.isStatic();
        boolean write = !ReadOnlyCalls.contains(call.name());
        return atomic ? CallAction.point(0, OperationKind.CALL, write, call.target()) : null;
    }
}

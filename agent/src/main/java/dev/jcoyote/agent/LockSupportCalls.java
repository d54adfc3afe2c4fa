package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import org.jspecify.annotations.Nullable;

/** Park and unpark in the program's own code: a scheduling point; the JDK's method itself is hooked as well. */
final class LockSupportCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        if (!call.type().equals(Names.LOCK_SUPPORT)) {
            return null;
        }
        if (call.name().startsWith("park")) {
            return CallAction.staticPoint(OperationKind.PARK, true, call.target());
        }
        return call.name().equals("unpark") ? CallAction.point(0, OperationKind.UNPARK, true, call.target()) : null;
    }
}

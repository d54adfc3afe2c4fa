package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import org.jspecify.annotations.Nullable;

/** The choices of values that a test body asks for: points, so that schedules and reports say where. */
final class ChoiceCalls implements CallRule {
    private static final String CHOOSE = "dev/jcoyote/Choose";

    @Override
    public @Nullable CallAction actionFor(Call call) {
        return call.isStatic() && call.owner().equals(CHOOSE)
                ? CallAction.staticPoint(OperationKind.CALL, false, call.target())
                : null;
    }
}

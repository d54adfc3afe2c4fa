package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import org.jspecify.annotations.Nullable;

/** {@code Thread.yield} and {@code onSpinWait} in JDK code, which bounds most of its spinning itself. */
final class JdkPauseCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        return call.type().equals(Names.THREAD) && (call.is("yield", "()V") || call.is("onSpinWait", "()V"))
                ? CallAction.inPlace(Hook.PAUSE_IN_JDK, OperationKind.SPIN, true, call.target())
                : null;
    }
}

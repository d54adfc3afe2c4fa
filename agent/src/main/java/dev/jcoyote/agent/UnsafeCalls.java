package dev.jcoyote.agent;

import org.jspecify.annotations.Nullable;

/** The internal Unsafe's park and unpark, which {@code java.util.concurrent} calls past LockSupport. */
final class UnsafeCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        if (!call.type().equals("jdk/internal/misc/Unsafe")) {
            return null;
        }
        if (call.is("park", "(ZJ)V")) {
            return CallAction.inPlace(Hook.UNSAFE_PARK);
        }
        return call.is("unpark", "(Ljava/lang/Object;)V") ? CallAction.inPlace(Hook.UNSAFE_UNPARK) : null;
    }
}

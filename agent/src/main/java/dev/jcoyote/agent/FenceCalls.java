package dev.jcoyote.agent;

import org.jspecify.annotations.Nullable;

/** The bare fences of VarHandle and Unsafe, which order the plain accesses around them. They are heard, and are no points. */
final class FenceCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        boolean isFence = call.name().endsWith("Fence")
                && (call.type().equals("java/lang/invoke/VarHandle")
                        || call.type().equals("sun/misc/Unsafe"));
        return isFence ? CallAction.fence(call.target()) : null;
    }
}

package dev.jcoyote.agent;

import org.jspecify.annotations.Nullable;

/** The clocks of System: under control they show the virtual time. */
final class TimeCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        if (!call.type().equals("java/lang/System")) {
            return null;
        }
        if (call.is("nanoTime", "()J")) {
            return CallAction.inPlace(Hook.NANO_TIME);
        }
        return call.is("currentTimeMillis", "()J") ? CallAction.inPlace(Hook.CURRENT_TIME_MILLIS) : null;
    }
}

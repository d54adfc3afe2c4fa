package dev.jcoyote.agent;

import org.jspecify.annotations.Nullable;

/** The clock in the seeds of generators that are created without one. */
final class SeedTimeCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        return call.type().equals("java/lang/System") && call.is("nanoTime", "()J")
                ? CallAction.inPlace(Hook.SEED_TIME)
                : null;
    }
}

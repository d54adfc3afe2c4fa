package dev.jcoyote.agent;

import org.jspecify.annotations.Nullable;

/** The random bytes of a UUID. */
final class SecureRandomCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        return call.type().equals("java/security/SecureRandom") && call.is("nextBytes", "([B)V")
                ? CallAction.inPlace(Hook.NEXT_BYTES)
                : null;
    }
}

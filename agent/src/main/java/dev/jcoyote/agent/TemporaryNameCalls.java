package dev.jcoyote.agent;

import org.jspecify.annotations.Nullable;

/** The numbers in the names of temporary files, which the JDK draws until there is no such file. */
final class TemporaryNameCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        return call.owner().equals("java/security/SecureRandom") && call.is("nextLong", "()J")
                ? CallAction.inPlace(Hook.TEMPORARY_NAME)
                : null;
    }
}

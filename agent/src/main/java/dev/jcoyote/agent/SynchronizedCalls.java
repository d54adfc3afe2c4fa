package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The calls of JDK classes that every JVM has loaded before the agent, so that their synchronized methods stay: the
 * caller waits in the model first, since the JVM's own wait would keep everybody waiting.
 */
final class SynchronizedCalls implements CallRule {
    @Override
    public @Nullable CallAction actionFor(Call call) {
        if (call.opcode() != Opcodes.INVOKEVIRTUAL) {
            return null;
        }
        String type = call.type();
        boolean guarded = type.startsWith("java/io/")
                ? type.endsWith("Stream")
                : type.equals("java/util/Random")
                        || (type.equals(Names.THREAD) && call.name().equals("setName"));
        return guarded ? CallAction.awaitFree() : null;
    }
}

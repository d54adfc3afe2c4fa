package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The calls by which a Vector, inside its own monitor, enters that of the collection it is given.
 *
 * <p>The JVM locks what is called there before any hook in it: who waits for it must do so before the call, and so must
 * those who may come between.
 */
final class ArgumentCalls implements CallRule {
    /** Whether a class has such calls. */
    static boolean areIn(String type) {
        return type.equals("java/util/Vector");
    }

    @Override
    public @Nullable CallAction actionFor(Call call) {
        boolean enters = call.opcode() == Opcodes.INVOKEINTERFACE
                && call.type().equals("java/util/Collection")
                && (call.name().equals("toArray") || call.name().equals("contains"));
        return enters ? CallAction.callPoint(false, call.target()) : null;
    }
}

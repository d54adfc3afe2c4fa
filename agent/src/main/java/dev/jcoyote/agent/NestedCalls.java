package dev.jcoyote.agent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The collections that collections of the JDK are given and call. They may be synchronized, and the JVM takes the monitor
 * of such a method before any hook: so the caller waits first. Two synchronized ones that call each other are a deadlock.
 */
final class NestedCalls implements CallRule {
    private static final String BUILDER = "java/lang/AbstractStringBuilder";
    private static final Set<String> INTERFACES =
            new HashSet<>(Arrays.asList("java/util/Collection", "java/util/List", "java/util/Map", "java/util/Set"));

    @Override
    public @Nullable CallAction actionFor(Call call) {
        if (call.opcode() == Opcodes.INVOKEINTERFACE
                && INTERFACES.contains(call.type())
                && !call.name().equals("hashCode")) {
            return CallAction.awaitNested(0);
        }
        // What is appended is locked by what appends it, in a class that knows of no locks.
        return call.opcode() == Opcodes.INVOKESPECIAL
                        && call.type().equals(BUILDER)
                        && call.is("append", "(Ljava/lang/StringBuffer;)Ljava/lang/AbstractStringBuilder;")
                ? CallAction.awaitNested(1)
                : null;
    }
}

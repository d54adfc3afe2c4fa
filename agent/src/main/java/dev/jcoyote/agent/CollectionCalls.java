package dev.jcoyote.agent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The calls through the collection interfaces of {@code java.util}, whose receiver may be concurrent, and those of the
 * old synchronized collections and of StringBuffer.
 */
final class CollectionCalls implements CallRule {
    private static final String ITERABLE = "java/lang/Iterable";
    private static final String STRING_BUFFER = "java/lang/StringBuffer";
    private static final Set<String> SYNCHRONIZED = new HashSet<>(Arrays.asList(
            "java/util/Hashtable", "java/util/Vector", "java/util/Stack", "java/util/Properties", STRING_BUFFER));

    /** Interfaces that are no collections. */
    private static final Set<String> CALLBACKS = new HashSet<>(Arrays.asList(
            "java/util/Comparator", "java/util/Formattable", "java/util/EventListener", "java/util/RandomAccess"));

    @Override
    public @Nullable CallAction actionFor(Call call) {
        String type = call.type();
        boolean known = type.startsWith("java/util/") || type.equals(ITERABLE) || type.equals(STRING_BUFFER);
        if (!known || call.isConstructor()) {
            return null;
        }
        boolean collection = call.opcode() == Opcodes.INVOKEINTERFACE
                ? type.indexOf('/', "java/util/".length()) < 0 && !CALLBACKS.contains(type)
                : call.opcode() == Opcodes.INVOKEVIRTUAL && SYNCHRONIZED.contains(type);
        return collection ? CallAction.callPoint(!ReadOnlyCalls.contains(call.name()), call.target()) : null;
    }
}

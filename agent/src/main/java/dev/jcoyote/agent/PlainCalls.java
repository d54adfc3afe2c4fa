package dev.jcoyote.agent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The calls of JDK classes whose objects are not made for several threads: each is one access of its receiver. */
final class PlainCalls implements CallRule {
    private static final Set<String> TYPES = new HashSet<>(Arrays.asList(
            "java/lang/StringBuilder",
            "java/text/DateFormat",
            "java/text/SimpleDateFormat",
            "java/util/ArrayDeque",
            "java/util/ArrayList",
            "java/util/BitSet",
            "java/util/EnumMap",
            "java/util/HashMap",
            "java/util/HashSet",
            "java/util/IdentityHashMap",
            "java/util/LinkedHashMap",
            "java/util/LinkedHashSet",
            "java/util/LinkedList",
            "java/util/PriorityQueue",
            "java/util/TreeMap",
            "java/util/TreeSet",
            "java/util/WeakHashMap"));

    @Override
    public @Nullable CallAction actionFor(Call call) {
        return call.opcode() == Opcodes.INVOKEVIRTUAL && TYPES.contains(call.type())
                ? CallAction.plainCall(!ReadOnlyCalls.contains(call.name()), call.target())
                : null;
    }
}

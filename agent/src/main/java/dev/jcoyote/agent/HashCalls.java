package dev.jcoyote.agent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The questions for hash codes that may come to the JVM's own: {@code System.identityHashCode}, and {@code hashCode()} of
 * whatever may have inherited Object's.
 */
final class HashCalls implements CallRule {
    /** Classes whose objects have hash codes of their own and no subclasses. */
    private static final Set<String> OWN = new HashSet<>(Arrays.asList(
            "java/lang/String",
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Short",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double"));

    @Override
    public @Nullable CallAction actionFor(Call call) {
        boolean asks = call.isStatic()
                ? call.owner().equals("java/lang/System") && call.is("identityHashCode", "(Ljava/lang/Object;)I")
                : call.is("hashCode", "()I") && !OWN.contains(call.owner());
        return asks ? CallAction.hashing() : null;
    }
}

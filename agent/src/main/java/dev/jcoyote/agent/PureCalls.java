package dev.jcoyote.agent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The calls of static initialisers that change nothing, and whose results nobody can change. */
final class PureCalls {
    private static final Set<String> IMMUTABLE_TYPES = new HashSet<>(Arrays.asList(
            "java/lang/String",
            "java/lang/Class",
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Short",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double",
            "java/lang/invoke/VarHandle",
            "java/lang/invoke/MethodHandle",
            "java/lang/invoke/MethodType",
            "java/lang/ThreadLocal",
            "java/math/BigDecimal",
            "java/math/BigInteger",
            "java/nio/charset/Charset",
            "java/time/Duration",
            "java/time/format/DateTimeFormatter",
            "java/util/Locale",
            "java/util/concurrent/TimeUnit",
            "java/util/concurrent/atomic/AtomicIntegerFieldUpdater",
            "java/util/concurrent/atomic/AtomicLongFieldUpdater",
            "java/util/concurrent/atomic/AtomicReferenceFieldUpdater",
            "java/util/logging/Level",
            "java/util/logging/Logger",
            "java/util/regex/Pattern"));

    /** The beginnings of owner and method, as in {@code java/lang/Math.max}. */
    private static final String[] CALLS = {
        "java/lang/Boolean.",
        "java/lang/Byte.",
        "java/lang/Character.",
        "java/lang/Class.desiredAssertionStatus",
        "java/lang/Class.get",
        "java/lang/Double.",
        "java/lang/Enum.<init>",
        "java/lang/Enum.ordinal",
        "java/lang/Float.",
        "java/lang/Integer.",
        "java/lang/Long.",
        "java/lang/Math.",
        "java/lang/Object.<init>",
        "java/lang/Object.getClass",
        "java/lang/Runtime.availableProcessors",
        "java/lang/Runtime.getRuntime",
        "java/lang/Short.",
        "java/lang/String.",
        "java/lang/StringBuilder.",
        "java/lang/System.getProperty",
        "java/lang/System.getenv",
        "java/lang/System.lineSeparator",
        "java/lang/ThreadLocal.<init>",
        "java/lang/ThreadLocal.withInitial",
        "java/lang/Throwable.",
        "java/lang/invoke/MethodHandles",
        "java/lang/invoke/MethodType.",
        "java/math/",
        "java/nio/charset/Charset.",
        "java/time/Duration.",
        "java/time/format/DateTimeFormatter.",
        "java/util/List.of",
        "java/util/Locale.forLanguageTag",
        "java/util/Map.of",
        "java/util/Map.entry",
        "java/util/Objects.",
        "java/util/Optional.",
        "java/util/Set.of",
        "java/util/Collections.empty",
        "java/util/concurrent/TimeUnit.",
        "java/util/concurrent/atomic/AtomicIntegerFieldUpdater.newUpdater",
        "java/util/concurrent/atomic/AtomicLongFieldUpdater.newUpdater",
        "java/util/concurrent/atomic/AtomicReferenceFieldUpdater.newUpdater",
        "java/util/logging/Logger.getLogger",
        "java/util/regex/Pattern."
    };

    private PureCalls() {}

    /** Whether nobody can change what a field of that type refers to. */
    static boolean isImmutable(String descriptor) {
        if (descriptor.length() == 1) {
            return true;
        }
        String name = descriptor.substring(1, descriptor.length() - 1);
        return descriptor.charAt(0) == 'L' && (IMMUTABLE_TYPES.contains(name) || ClassFilter.isBystander(name));
    }

    /** Whether a call has no effect, and a result that nobody can change, unless it is a {@code StringBuilder}. */
    static boolean contains(String owner, String method) {
        if (ClassFilter.isBystander(owner)) {
            // Loggers: what they keep is not the program's.
            return true;
        }
        if (method.equals("<init>") && owner.startsWith("java/lang/") && isThrowable(owner)) {
            return true;
        }
        String call = owner + "." + method;
        for (String beginning : CALLS) {
            if (call.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThrowable(String owner) {
        return owner.endsWith("Error") || owner.endsWith("Exception") || owner.endsWith("Throwable");
    }
}

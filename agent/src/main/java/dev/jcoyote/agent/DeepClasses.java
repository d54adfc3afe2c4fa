package dev.jcoyote.agent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Which classes of the JDK get scheduling points on demand. */
final class DeepClasses {
    /** Without what is the program's to call, or part of control itself. */
    private static final String[] NOT = {
        "java/util/concurrent/atomic/",
        "java/util/concurrent/ThreadLocalRandom",
        "java/util/concurrent/TimeUnit",
        "java/util/concurrent/locks/LockSupport"
    };

    /** Collections that are not made for several threads. */
    private static final Set<String> COLLECTIONS = new HashSet<>(Arrays.asList(
            "java/util/AbstractList",
            "java/util/ArrayDeque",
            "java/util/ArrayList",
            "java/util/BitSet",
            "java/util/EnumMap",
            "java/util/HashMap",
            "java/util/IdentityHashMap",
            "java/util/LinkedHashMap",
            "java/util/LinkedList",
            "java/util/PriorityQueue",
            "java/util/TreeMap",
            "java/util/WeakHashMap"));

    /** Methods of the JVM's own machinery that use such classes under locks of their own: each is one step. */
    private static final Set<String> ATOMIC = new HashSet<>(Arrays.asList(
            "java/lang/invoke/MethodHandle.customize",
            "java/lang/invoke/MethodType.makeImpl",
            "java/lang/reflect/Constructor.acquireConstructorAccessor",
            "java/lang/reflect/Field.acquireFieldAccessor",
            "java/lang/reflect/Field.acquireOverrideFieldAccessor",
            "java/lang/reflect/Method.acquireMethodAccessor"));

    private DeepClasses() {}

    /** Whether one of the methods of a class becomes one step. */
    static boolean hasAtomic(String name) {
        for (String method : ATOMIC) {
            if (method.startsWith(name) && method.charAt(name.length()) == '.') {
                return true;
            }
        }
        return false;
    }

    static boolean isAtomic(String type, String method) {
        return ATOMIC.contains(type + "." + method);
    }

    /** Whether a class is rewritten on demand. */
    static boolean contains(String name) {
        return hasPoints(name) || hasAtomic(name);
    }

    /** Whether a class gets scheduling points. */
    static boolean hasPoints(String name) {
        for (String prefix : NOT) {
            if (name.startsWith(prefix)) {
                return false;
            }
        }
        return name.startsWith(Names.CONCURRENT) || isCollection(name);
    }

    /** Whether plain accesses count, too: the class or the one around it is a collection. */
    static boolean isCollection(String name) {
        int nested = name.indexOf('$');
        return COLLECTIONS.contains(nested < 0 ? name : name.substring(0, nested));
    }
}

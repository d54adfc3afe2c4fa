package dev.jcoyote.control;

import java.util.Hashtable;
import java.util.Set;
import java.util.Vector;

/** Which objects behind {@code java.util} interfaces are concurrent, and which are not thread-safe: looked up once a class. */
final class ReceiverKinds {
    enum Kind {
        /** Of no concern: an immutable list. */
        OTHER,
        /** An iterator, or what shows another collection: what that is counts. */
        VIEW,
        /** Not made for several threads: an ArrayList, a HashMap. A subclass of the program's may make it thread-safe. */
        PLAIN,
        /** Thread-safe without a monitor around each call. */
        CONCURRENT,
        /** Each call runs inside the object's monitor. */
        SYNCHRONIZED
    }

    private static final Set<String> PLAIN = Set.of(
            "java.lang.StringBuilder",
            "java.text.SimpleDateFormat",
            "java.util.ArrayDeque",
            "java.util.ArrayList",
            "java.util.BitSet",
            "java.util.EnumMap",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.IdentityHashMap",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.LinkedList",
            "java.util.PriorityQueue",
            "java.util.TreeMap",
            "java.util.TreeSet",
            "java.util.WeakHashMap");

    private final ClassValue<Kind> kinds = new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
            return classify(type);
        }
    };

    Kind of(Object receiver) {
        return kinds.get(receiver.getClass());
    }

    private static Kind classify(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.getName().startsWith("java.util.concurrent.")) {
                return Kind.CONCURRENT;
            }
            if (c == Hashtable.class || c == Vector.class || c == StringBuffer.class) {
                return Kind.SYNCHRONIZED;
            }
            if (c.getName().startsWith("java.util.Collections$Synchronized")) {
                return Kind.CONCURRENT;
            }
        }
        if (PLAIN.contains(type.getName())) {
            return Kind.PLAIN;
        }
        return Views.readAnother(type) ? Kind.VIEW : Kind.OTHER;
    }
}

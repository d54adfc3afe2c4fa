package dev.jcoyote.control;

import java.util.Hashtable;
import java.util.Vector;

/** Which objects behind {@code java.util} interfaces are concurrent: looked up once a class. */
final class ReceiverKinds {
    enum Kind {
        /** Of no concern: an ArrayList, a HashMap. */
        PLAIN,
        /** Thread-safe without a monitor around each call. */
        CONCURRENT,
        /** Each call runs inside the object's monitor. */
        SYNCHRONIZED
    }

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
        return Kind.PLAIN;
    }
}

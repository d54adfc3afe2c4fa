package dev.jcoyote.bridge;

import org.jspecify.annotations.Nullable;

/** The {@linkplain Hooks hook} at what may ask an object for its identity hash code. */
public final class IdentityHooks {
    private IdentityHooks() {}

    /** Before a call of {@code hashCode()} or {@code System.identityHashCode}. */
    public static void hashing(@Nullable Object object) {
        // Asked first, since the interpreter is slow to answer who runs: all maps of the JVM come here.
        Thread running = Control.running;
        if (running == null || Control.masked || Thread.currentThread() != running) {
            if (object instanceof Class || object instanceof Enum) {
                nameOutside(object);
            }
        } else if (object != null && !(object instanceof String) && IdentityHash.isOpen(object) && Control.enter()) {
            try {
                Control.controller().hashing(object);
            } finally {
                Control.leave();
            }
        }
    }

    private static void nameOutside(Object object) {
        if (IdentityHash.isOpen(object)) {
            IdentityHash.giveByName(object);
        }
    }
}

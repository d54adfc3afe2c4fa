package dev.jcoyote.bridge;

import org.jspecify.annotations.Nullable;

/**
 * The {@linkplain Hooks hooks} at accesses that somebody may want to hear of: plain ones of the program's code, which become
 * scheduling points where they race, and those of JDK code that order memory, which never do.
 *
 * <p>They stand before the access, as scheduling points do.
 */
public final class AccessHooks {
    private AccessHooks() {}

    /** Before the access of a plain instance field. */
    public static void plain(@Nullable Object object, int site) {
        if (Hearing.plain && object != null && Control.isControlled()) {
            if (Hearing.isPoint(site)) {
                Hooks.point(object, site);
            } else if (!Hearing.isRepeated(object, 0, site)) {
                hearPlain(object, Sites.slot(site), site);
            }
        }
    }

    /** Before the access of a plain static field. */
    public static void plainStatic(int site) {
        if (Hearing.plain && Control.isControlled()) {
            if (Hearing.isPoint(site)) {
                Hooks.staticPoint(site);
            } else if (!Hearing.isRepeated(null, 0, site)) {
                hearPlain(null, Sites.slot(site), site);
            }
        }
    }

    /** Before the access of an array element. */
    public static void plainArray(@Nullable Object array, int index, int site) {
        if (Hearing.plain && array != null && Control.isControlled()) {
            if (Hearing.isPoint(site)) {
                Hooks.arrayPoint(array, index, site);
            } else if (!Hearing.isRepeated(array, index, site)) {
                hearPlain(array, index + 1, site);
            }
        }
    }

    /** Before the call of a collection's or another class's method whose objects are not thread-safe. */
    public static void plainCall(@Nullable Object receiver, int site) {
        if (Hearing.plain && receiver != null && Control.isControlled() && !Hearing.isRepeated(receiver, 0, site)) {
            Hooks.callPoint(receiver, site);
        }
    }

    private static void hearPlain(@Nullable Object object, int slot, int site) {
        Control.masked = true;
        try {
            Control.controller().plain(object, slot, site);
        } finally {
            Control.masked = false;
        }
    }

    /** Before JDK code accesses an instance field or an array in a way that orders memory. */
    public static void touched(@Nullable Object object, int site) {
        if (Hearing.synchronizing
                && object != null
                && Control.isControlled()
                && (Hearing.queues || !Sites.isOfQueue(site))) {
            hearTouched(object, site);
        }
    }

    /** Before JDK code accesses a static field in a way that orders memory. */
    public static void touchedStatic(int site) {
        if (Hearing.synchronizing && Control.isControlled()) {
            hearTouched(null, site);
        }
    }

    private static void hearTouched(@Nullable Object object, int site) {
        Control.masked = true;
        try {
            Control.controller().touched(object, Sites.slot(site), site);
        } finally {
            Control.masked = false;
        }
    }

    /** Before code of a library that only observes the program synchronises with other code of its own. */
    public static void enterBystander() {
        bystands(true);
    }

    /** After what {@link #enterBystander} announced, unless an exception has ended it. */
    public static void leaveBystander() {
        bystands(false);
    }

    private static void bystands(boolean enters) {
        if (Hearing.synchronizing && Control.isControlled()) {
            Control.masked = true;
            try {
                Control.controller().bystands(enters);
            } finally {
                Control.masked = false;
            }
        }
    }

    /** After the program's code has created an object or an array. */
    public static void created(Object object) {
        if (Hearing.creation && Control.isControlled()) {
            Control.masked = true;
            try {
                Control.controller().created(object);
            } finally {
                Control.masked = false;
            }
        }
    }
}

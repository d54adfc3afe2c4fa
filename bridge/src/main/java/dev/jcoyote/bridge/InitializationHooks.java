package dev.jcoyote.bridge;

/**
 * The {@linkplain Hooks hooks} of classes whose static state begins anew in every execution.
 *
 * <p>Such a class carries the epoch up to which it is initialised, and compares it with {@link StaticEpoch#current} where the JVM would
 * initialise it. Its real static initialiser runs the program's only outside control. What has happened before the first
 * execution is the baseline: it keeps its state.
 */
public final class InitializationHooks {
    private InitializationHooks() {}

    /**
     * At the start of a real static initialiser.
     *
     * @return the epoch that the class belongs to from now on; 0 if the initialiser shall not run, because the caller is
     *     under control and comes to {@link #beginInitialization}
     */
    public static int initializes(Class<?> type) {
        if (Control.isControlled()) {
            return 0;
        }
        return StaticEpoch.outside(type);
    }

    /** In the static initialiser of a class whose state is kept although it may change. */
    public static void keeps(Class<?> type) {
        StaticEpoch.keep(ClassInitialization.of(type));
    }

    /** A class is needed: returns whether the caller shall run its initialiser. */
    public static boolean beginInitialization(Class<?> type, int site) {
        ClassInitialization initialization = ClassInitialization.of(type);
        if (!Control.enter()) {
            return initialization.beginOutside();
        }
        try {
            return Control.controller().beginInitialization(initialization, site);
        } finally {
            Control.leave();
        }
    }

    /** The initialiser has run; returns the epoch that the class belongs to from now on. */
    public static int endInitialization(Class<?> type) {
        ClassInitialization initialization = ClassInitialization.of(type);
        if (!Control.enter()) {
            initialization.endOutside(null);
            return StaticEpoch.outside(type);
        }
        try {
            Control.controller().endInitialization(initialization);
        } finally {
            Control.leave();
        }
        return StaticEpoch.current;
    }

    /** The initialiser has failed; returns the epoch that the class belongs to if its state could be kept. */
    public static int failedInitialization(Throwable error, Class<?> type) throws Throwable {
        ClassInitialization initialization = ClassInitialization.of(type);
        boolean own = true;
        if (!Control.enter()) {
            initialization.endOutside(error);
        } else {
            try {
                own = Control.controller().failedInitialization(initialization, error);
            } finally {
                Control.leave();
            }
        }
        if (own && initialization.restore()) {
            return StaticEpoch.keepOnce(initialization, error);
        }
        throw error instanceof Error ? error : new ExceptionInInitializerError(error);
    }
}

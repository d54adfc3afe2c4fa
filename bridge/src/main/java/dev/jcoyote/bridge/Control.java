package dev.jcoyote.bridge;

import org.jspecify.annotations.Nullable;

/**
 * The state that every hook looks at first: which thread runs under control, and whether it is in the tool's own code.
 *
 * <p>The fields are plain on purpose. For a thread <i>t</i> the test {@code running == t && !masked} is changed by
 * <i>t</i>'s own writes alone: a thread clears {@link #running} before it hands over, and whoever is resumed writes
 * itself. So no thread can be misled by a stale value, and a hook costs neither a fence nor a store barrier.
 */
public final class Control {
    /** The controlled thread that runs now; null while control is handed over, and outside executions. */
    public static @Nullable Thread running;

    /** Whether the running thread is inside the tool: its own calls of JDK code are then not controlled. */
    public static boolean masked;

    /** A number that changes whenever a hook is entered or left: who sees the same one again has met nothing in between. */
    public static int moment;

    /** Whether an execution is under way: threads outside control then report what they do to controlled ones. */
    public static volatile boolean active;

    /**
     * What the running thread locks in the JVM in place of a monitor that the model guards; null where it locks the
     * monitor itself.
     */
    public static @Nullable Object lock;

    private static @Nullable Controller controller;

    private Control() {}

    /** Sets who answers the hooks. Call it between executions only. */
    public static void install(Controller newController) {
        controller = newController;
    }

    /** Who answers the hooks. Never null while {@link #active}. */
    static Controller controller() {
        Controller installed = controller;
        if (installed == null) {
            throw new IllegalStateException("No controller is installed, yet a thread is under control");
        }
        return installed;
    }

    /** Whether the caller is the running controlled thread, in the program's code. */
    public static boolean isControlled() {
        return Thread.currentThread() == running && !masked;
    }

    /** Whether the caller is the running controlled thread, inside the tool. */
    static boolean masked() {
        return Thread.currentThread() == running && masked;
    }

    /** Enters the tool if {@link #isControlled()}, and says whether it did. */
    static boolean enter() {
        if (Thread.currentThread() != running || masked) {
            return false;
        }
        masked = true;
        moment++;
        return true;
    }

    /** Leaves the tool, on the thread that runs now. */
    public static void leave() {
        masked = false;
        moment++;
    }

    /**
     * Masks the caller's own work on a thread that may be controlled, such as a class transformation.
     *
     * @return what {@link #unmask} takes
     */
    public static boolean mask() {
        if (!isControlled()) {
            return false;
        }
        masked = true;
        return true;
    }

    /** Ends what {@link #mask} began. */
    public static void unmask(boolean entered) {
        if (entered) {
            masked = false;
        }
    }
}

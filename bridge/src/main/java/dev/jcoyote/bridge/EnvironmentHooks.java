package dev.jcoyote.bridge;

import java.io.File;
import java.security.SecureRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The {@linkplain Hooks hooks} at what a program has from its JVM and shares with all of it: time, pools, randomness,
 * and the JVM's end.
 */
public final class EnvironmentHooks {
    private EnvironmentHooks() {}

    // ---- time ----

    /** In place of {@code System.nanoTime()}. */
    public static long nanoTime() {
        if (!Control.enter()) {
            return System.nanoTime();
        }
        try {
            return Control.controller().nanoTime();
        } finally {
            Control.leave();
        }
    }

    /** In place of {@code System.currentTimeMillis()}. */
    public static long currentTimeMillis() {
        if (!Control.enter()) {
            return System.currentTimeMillis();
        }
        try {
            return Control.controller().epochNanos() / Nanos.PER_MILLI;
        } finally {
            Control.leave();
        }
    }

    /** After {@code VM.getNanoTimeAdjustment(offsetSeconds)} in {@code java.time}: the result, or the virtual one. */
    public static long nanoTimeAdjustment(long offsetSeconds, long real) {
        if (!Control.enter()) {
            return real;
        }
        try {
            return Control.controller().epochNanos() - offsetSeconds * Nanos.PER_SECOND;
        } finally {
            Control.leave();
        }
    }

    // ---- calls that wait for the world outside ----

    /** Before a native call of the JDK that may wait for another process or machine. */
    public static void beginWait() {
        if (Control.enter()) {
            boolean left = false;
            try {
                left = Control.controller().beginWait();
            } finally {
                if (!left) {
                    Control.leave();
                }
            }
        }
    }

    /** Before a native read from a file of that name; null if it has none, as a pipe. */
    public static void beginRead(@Nullable String path) {
        if (Control.isControlled() && mayWait(path)) {
            beginWait();
        }
    }

    private static boolean mayWait(@Nullable String path) {
        return path == null
                || !(path.equals("/dev/random")
                        || path.equals("/dev/urandom")
                        || path.equals("/dev/null")
                        || path.equals("/dev/zero")
                        || new File(path).isFile());
    }

    /** After what {@link #beginWait} or {@link #beginRead} announced, normal or not. */
    public static void endWait() {
        if (Control.active && !Control.isControlled() && !Control.masked()) {
            Control.controller().endWait();
        }
    }

    // ---- pools and timers ----

    /** After the question for the thread that carries the caller: a controlled thread carries itself. */
    public static Thread carrier(Thread real) {
        Thread running = Control.running;
        return Thread.currentThread() == running ? running : real;
    }

    /** After the read of the static common pool in {@code java.util.concurrent}. */
    public static @Nullable Object commonPool(@Nullable Object real) {
        if (!Control.enter()) {
            return real;
        }
        try {
            return Control.controller().commonPool();
        } finally {
            Control.leave();
        }
    }

    /** In place of {@code ForkJoinPool.getCommonPoolParallelism()}: the pool of the execution has its own. */
    public static int commonParallelism(int real) {
        Object pool = commonPool(null);
        return pool == null ? real : ((ForkJoinPool) pool).getParallelism();
    }

    /** After the read of CompletableFuture's static timer. */
    public static @Nullable ScheduledExecutorService delayer(@Nullable ScheduledExecutorService real) {
        if (!Control.enter()) {
            return real;
        }
        try {
            return Control.controller().delayer();
        } finally {
            Control.leave();
        }
    }

    /** After the question whether virtual threads may be continuations: not under control. */
    public static boolean continuationsSupported(boolean real) {
        return real && !Control.isControlled();
    }

    // ---- randomness ----

    /** At the start of {@code SecureRandom.nextBytes}; true if it is done. */
    public static boolean nextBytes(byte @Nullable [] bytes) {
        if (bytes == null || !Control.enter()) {
            return false;
        }
        try {
            Control.controller().nextBytes(bytes);
        } finally {
            Control.leave();
        }
        return true;
    }

    /**
     * In place of {@code System.nanoTime()} in the seed of a {@code Random}: the rest of the seed tells generators apart, and
     * a look at the clock more, by what is loaded only once, must not change what they draw.
     */
    public static long seedTime() {
        return Control.isControlled() ? 0L : System.nanoTime();
    }

    /** At the start of {@code SecureRandom.nextBytes} with parameters, which must be there; true if it is done. */
    public static boolean nextBytesWith(byte @Nullable [] bytes, @Nullable Object parameters) {
        return parameters != null && nextBytes(bytes);
    }

    /** At the start of {@code SecureRandom.generateSeed}: the seed, or null to go on. */
    public static byte @Nullable [] generatedSeed(int length) {
        if (length < 0 || !Control.isControlled()) {
            return null;
        }
        byte[] seed = new byte[length];
        return nextBytes(seed) ? seed : null;
    }

    /**
     * In place of {@code SecureRandom.nextLong()} in names of temporary files. How many are drawn depends on the files that
     * are there, and must not change what the program draws.
     */
    public static long temporaryName(SecureRandom random) {
        if (!Control.enter()) {
            return random.nextLong();
        }
        try {
            return Control.controller().temporaryName();
        } finally {
            Control.leave();
        }
    }

    /** After the read of a generator's static seed. */
    public static AtomicLong seedSource(AtomicLong real) {
        if (!Control.enter()) {
            return real;
        }
        try {
            return Control.controller().seedSource();
        } finally {
            Control.leave();
        }
    }

    // ---- the end ----

    /** At the start of {@code Runtime.exit} and {@code halt}. Returns only outside control. */
    public static void exit(int status) {
        if (Control.enter()) {
            try {
                Control.controller().exit(status);
            } finally {
                Control.leave();
            }
        }
    }
}

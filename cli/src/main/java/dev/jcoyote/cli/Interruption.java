package dev.jcoyote.cli;

import java.io.PrintStream;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C: the first one asks the exploration to stop after the current execution, the second ends the process at once.
 *
 * <p>A shutdown hook cannot do this: while hooks run, the main thread cannot leave with its own exit code, and the JVM
 * ignores further signals. The signal classes of the JDK are in a module that javac warns of, hence the reflection.
 */
final class Interruption {
    /** A shorter exploration has nothing to lose; the proxy class that reflection needs would cost it 12 ms. */
    private static final long GRACE_NANOS = 200_000_000;

    private final PrintStream err;
    private final long began = System.nanoTime();
    private boolean watching;
    private volatile boolean requested;

    Interruption(PrintStream err) {
        this.err = err;
    }

    /**
     * Takes over the signal of Ctrl-C if the exploration has gone on for a while. Until then, and where the JVM does not
     * give it away, Ctrl-C ends the process as usual.
     */
    void watch() {
        if (!watching && System.nanoTime() - began > GRACE_NANOS) {
            watching = true;
            handle(this::received);
        }
    }

    /** Does nothing at Ctrl-C from now on. */
    static void ignore() {
        handle(() -> {});
    }

    /** Does that at each Ctrl-C from now on. */
    static void handle(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Interruption.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // A JVM started with -Xrs, or without the module jdk.unsupported: Ctrl-C ends the process, as always there.
            return;
        }
    }

    /** Whether the exploration is to stop. */
    boolean isRequested() {
        return requested;
    }

    private void received() {
        if (requested) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
        requested = true;
        err.println();
        err.println("Stopping after this execution. Press Ctrl-C again to end at once.");
    }
}

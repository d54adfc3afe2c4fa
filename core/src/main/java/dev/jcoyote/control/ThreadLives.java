package dev.jcoyote.control;

import dev.jcoyote.bridge.Control;
import dev.jcoyote.engine.fiber.ThreadLife;
import dev.jcoyote.operation.IdentityNumbers;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.Engine;
import dev.jcoyote.scheduler.ExecutionAbandoned;
import dev.jcoyote.scheduler.ProgramStack;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.scheduler.ToolThread;
import dev.jcoyote.sync.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lives of controlled threads on whichever engine: from their start to their exit, and how they look meanwhile. */
final class ThreadLives {
    private final Scheduler scheduler;
    private final Threads threads;
    private final IdentityNumbers identities;
    private @Nullable Engine engine;

    ThreadLives(Scheduler scheduler, Threads threads, IdentityNumbers identities) {
        this.scheduler = scheduler;
        this.threads = threads;
        this.identities = identities;
    }

    /** An execution begins, on that engine. */
    void begin(Engine newEngine) {
        engine = newEngine;
    }

    private Engine engine() {
        return Objects.requireNonNull(engine);
    }

    /** The running thread starts another one; returns whether that is done, else the JVM shall start it. */
    boolean starting(Thread thread) {
        if (!isControllable(thread)) {
            return false;
        }
        identities.touched(thread);
        ControlledThread added = scheduler.add(thread);
        added.interrupted = thread.isInterrupted();
        return engine().start(added, () -> live(added));
    }

    /** The life of a thread that the engine runs itself. */
    private void live(ControlledThread me) {
        Thread thread = me.thread();
        ThreadLife.run(thread, () -> takeFirstTurn(me));
        if (!me.isDone() && Control.running == thread) {
            // Its exit has failed halfway.
            Control.masked = true;
            exiting();
        }
    }

    private void takeFirstTurn(ControlledThread me) {
        try {
            scheduler.takeFirstTurn(me);
        } finally {
            Control.leave();
        }
    }

    /** Threads of the JDK's own infrastructure, such as the one that waits for processes, serve the whole JVM. */
    private static boolean isControllable(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        if (group != null && group.getParent() == null) {
            return false;
        }
        for (Class<?> type = thread.getClass(); type != Thread.class; type = type.getSuperclass()) {
            String name = type.getName();
            if (name.equals("jdk.internal.misc.InnocuousThread") || name.equals("java.lang.VirtualThread")) {
                return false;
            }
        }
        return true;
    }

    /** A thread that the JVM has started has come to its body. */
    void begun(Thread thread) {
        ControlledThread me = scheduler.threads().find(thread);
        if (me != null && !me.begun()) {
            // The model has had it since the start: in the JVM it would keep the thread from parking.
            Thread.interrupted();
            scheduler.awaitFirstTurn(me);
        }
    }

    /** The running thread has left its body. */
    void exiting() {
        ControlledThread me = scheduler.running();
        threads.ended(me);
        scheduler.exit(me);
    }

    /** An exception has left the running thread's body; returns whether nobody else shall hear of it. */
    boolean uncaught(Thread thread, Throwable exception) {
        if (exception instanceof ExecutionAbandoned || scheduler.isUnwinding()) {
            return true;
        }
        if (hasHandlerOfProgram(thread)) {
            return false;
        }
        scheduler.fail(exception, scheduler.running());
        return true;
    }

    private static boolean hasHandlerOfProgram(Thread thread) {
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        if (!(handler instanceof ThreadGroup asked)) {
            return handler != null || Thread.getDefaultUncaughtExceptionHandler() != null;
        }
        for (ThreadGroup group = asked; group != null; group = group.getParent()) {
            if (group.getClass() != ThreadGroup.class) {
                return true;
            }
        }
        return Thread.getDefaultUncaughtExceptionHandler() != null;
    }

    /** The stack of another thread; null if it is not under control or has ended. */
    StackTraceElement @Nullable [] stackTrace(Thread thread) {
        ControlledThread target = scheduler.threads().find(thread);
        return target == null || target.isDone() ? null : ProgramStack.withoutTool(engine().stackOf(target));
    }

    /** The threads that live, from those that the JVM knows: without the tool's, and with those that only it knows. */
    Thread[] liveThreads(Thread[] known) {
        List<Thread> live = new ArrayList<>();
        for (Thread thread : known) {
            if (!(thread instanceof ToolThread) && scheduler.threads().find(thread) == null) {
                live.add(thread);
            }
        }
        for (int i = 0; i < scheduler.threads().size(); i++) {
            ControlledThread thread = scheduler.threads().get(i);
            if (!thread.isDone()) {
                live.add(thread.thread());
            }
        }
        return live.toArray(new Thread[0]);
    }
}

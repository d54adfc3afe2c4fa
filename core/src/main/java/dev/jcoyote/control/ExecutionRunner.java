package dev.jcoyote.control;

import dev.jcoyote.bridge.Control;
import dev.jcoyote.bridge.Debugger;
import dev.jcoyote.engine.NativeParking;
import dev.jcoyote.engine.platform.PlatformEngine;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.EndOfExecution;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Engine;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ExecutionAbandoned;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.strategy.Strategy;
import dev.jcoyote.sync.Holders;
import dev.jcoyote.sync.Monitors;
import dev.jcoyote.sync.Parking;
import dev.jcoyote.sync.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs executions, one after the other: prepares each, waits for its end and watches that it comes.
 *
 * <p>Only one runner of a JVM may run an execution at a time, and only when the bridge is installed. What it says of an
 * execution holds until the next one begins.
 */
public final class ExecutionRunner implements AutoCloseable {
    /** How long a thread that unwinds may go without a sign of life. */
    private static final Duration UNWINDING_LIMIT = Duration.ofSeconds(2);

    private static final long WATCH_NANOS = 50_000_000L;

    private final ResourceTable resources = new ResourceTable();
    private final Engine engine = new PlatformEngine();
    private final Holders holders = new Holders(resources);
    private final Scheduler scheduler;
    private final Monitors monitors;
    private final Threads threads;
    private final JdkState jdk = new JdkState();
    private final ExecutionScope scope = new ExecutionScope(jdk);
    private final HookController controller;
    private final @Nullable ClassLoader contextClassLoader;
    private final ThreadLocals threadLocals;
    private @Nullable RootThread root;

    /** Creates a runner whose bodies see that context class loader, and no thread locals. */
    public ExecutionRunner(@Nullable ClassLoader contextClassLoader) {
        this(contextClassLoader, ThreadLocals.NONE);
    }

    /** Creates a runner whose bodies see that context class loader and those thread locals. */
    public ExecutionRunner(@Nullable ClassLoader contextClassLoader, ThreadLocals threadLocals) {
        this.contextClassLoader = contextClassLoader;
        this.threadLocals = threadLocals;
        scheduler = new Scheduler(engine, holders);
        monitors = new Monitors(scheduler, resources);
        threads = new Threads(scheduler, resources);
        holders.connect(scheduler, monitors);
        controller = new HookController(
                scheduler, resources, holders, monitors, new Parking(scheduler, resources), threads, scope);
    }

    /**
     * Runs the body once.
     *
     * @param number the execution's number, from 1
     * @param seed the execution's own seed
     * @param maxSteps how many scheduling points it may have
     * @param watchdog how long it may go without progress; zero for ever
     */
    public Outcome run(Body body, Strategy strategy, int number, long seed, int maxSteps, Duration watchdog) {
        clear();
        Thread explorer = Thread.currentThread();
        EndOfExecution end = scheduler.end();
        end.setListener(explorer, () -> NativeParking.unpark(explorer));
        RootThread rootThread = rootThread();
        strategy.beginExecution(number, seed);
        ControlledThread first = scheduler.begin(rootThread, strategy, maxSteps);
        scope.begin(seed);
        controller.install(true);
        try {
            rootThread.execute(() -> runRoot(first, body));
            watch(end, watchdog);
        } finally {
            controller.install(false);
        }
        if (!first.isDone()) {
            // It will not come back: the next execution gets another one.
            rootThread.close();
            root = null;
        }
        Outcome outcome = end.outcome();
        if (outcome.ending() == Ending.INTERNAL_ERROR) {
            throw new IllegalStateException("jcoyote failed in execution " + number, outcome.error());
        }
        strategy.endExecution(outcome.steps());
        return outcome;
    }

    private void runRoot(ControlledThread me, Body body) {
        jdk.resetCurrentThread();
        me.thread().setContextClassLoader(contextClassLoader);
        threadLocals.set();
        try {
            scheduler.resumed(me);
            Control.masked = false;
            body.run();
        } catch (ExecutionAbandoned e) {
            // It has done its work: this thread is unwound.
        } catch (Throwable e) {
            if (!isLeftBehind(me)) {
                Control.masked = true;
                scheduler.fail(e, me);
            }
        }
        if (!isLeftBehind(me)) {
            Control.masked = true;
            threads.ended(me);
            scheduler.exit(me);
        }
    }

    /** Whether the watchdog has given this thread up: it runs outside control then, beside later executions. */
    private static boolean isLeftBehind(ControlledThread me) {
        return Control.running != me.thread();
    }

    /** Waits for the end; whoever makes no progress for too long is left behind, but not one that a debugger stops. */
    private void watch(EndOfExecution end, Duration watchdog) {
        Pauses pauses = Debugger.isPresent() ? new Pauses() : null;
        long seen = scheduler.progress();
        long since = System.nanoTime();
        while (!end.isAnnounced()) {
            LockSupport.parkNanos(this, WATCH_NANOS);
            Duration limit = end.isReached() ? UNWINDING_LIMIT : pauses == null ? watchdog : Duration.ZERO;
            boolean paused = pauses != null
                    && end.isReached()
                    && pauses.isPaused(scheduler.running().thread());
            if (scheduler.progress() != seen || paused) {
                seen = scheduler.progress();
                since = System.nanoTime();
            } else if (!limit.isZero() && System.nanoTime() - since > limit.toNanos() && !end.isAnnounced()) {
                scheduler.takeOver(!end.isReached());
                since = System.nanoTime();
            }
        }
    }

    private RootThread rootThread() {
        RootThread thread = root;
        if (thread == null) {
            thread = new RootThread();
            thread.start();
            root = thread;
        }
        return thread;
    }

    /** The engine's name in results. */
    public String engine() {
        return engine.name();
    }

    /** The choices of the last execution. */
    public List<Decision> decisions() {
        List<Decision> list = new ArrayList<>(scheduler.decisions().size());
        for (int i = 0; i < scheduler.decisions().size(); i++) {
            list.add(scheduler.decisions().decision(i, scheduler.threads()));
        }
        return list;
    }

    /** What the last execution executed. */
    public EventLog events() {
        return scheduler.events();
    }

    /** The threads of the last execution. */
    public ThreadRegistry threads() {
        return scheduler.threads();
    }

    /** The objects that the last execution touched. */
    public ResourceTable resources() {
        return resources;
    }

    /** The threads of the last execution that did not unwind. */
    public List<String> leakedThreads() {
        List<String> leaked = new ArrayList<>();
        for (int i = 0; i < scheduler.threads().size(); i++) {
            ControlledThread thread = scheduler.threads().get(i);
            if (thread.isLeaked() && !thread.isDone()) {
                leaked.add(thread.label());
            }
        }
        return leaked;
    }

    /** The calls that left control since the last time, with their numbers. */
    public Map<String, Integer> drainExternalCalls() {
        return scope.drainExternalCalls();
    }

    /** What threads outside control did to controlled ones since the last time, with their numbers. */
    public Map<String, Integer> drainOutsideEvents() {
        return scheduler.outside().drainSources();
    }

    /** The generators of this JDK that could not be seeded. */
    public List<String> unseededGenerators() {
        return jdk.missing();
    }

    private void clear() {
        scheduler.clear();
        monitors.clear();
        holders.clear();
        resources.clear();
    }

    /** Lets the threads and objects of the last execution go. */
    @Override
    public void close() {
        clear();
        if (root != null) {
            root.close();
            root = null;
        }
    }
}

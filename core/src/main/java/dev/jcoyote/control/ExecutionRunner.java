package dev.jcoyote.control;

import dev.jcoyote.analysis.BothObservers;
import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.Control;
import dev.jcoyote.bridge.IdentityHash;
import dev.jcoyote.engine.Engines;
import dev.jcoyote.operation.IdentityNumbers;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.DecisionLog;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ExecutionAbandoned;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.scheduler.TimeSettings;
import dev.jcoyote.sync.Holders;
import dev.jcoyote.sync.Monitors;
import dev.jcoyote.sync.Parking;
import dev.jcoyote.sync.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs executions, one after the other, on a thread of their own: prepares each, and takes its outcome.
 *
 * <p>Only one runner of a JVM may run executions at a time, and only when the bridge is installed.
 */
public final class ExecutionRunner implements AutoCloseable {
    private final IdentityNumbers identities = new IdentityNumbers();
    private final ResourceTable resources = new ResourceTable(identities);
    private final Holders holders = new Holders(resources);
    private final StaticFields statics = new StaticFields();
    private final Scheduler scheduler;
    private final Monitors monitors;
    private final Threads threads;
    private final JdkState jdk = new JdkState();
    private final ExecutionScope scope = new ExecutionScope(jdk);
    private final HookController controller;
    private final Engines engines;
    private final @Nullable ClassLoader contextClassLoader;
    private final ThreadLocals threadLocals;
    private Observer observer = Observer.NONE;
    private Observer observerBeside = Observer.NONE;

    /** Creates a runner of that choice of engine, whose bodies see that context class loader, and no thread locals. */
    public ExecutionRunner(String engine, @Nullable ClassLoader contextClassLoader) {
        this(engine, contextClassLoader, ThreadLocals.NONE);
    }

    /** Creates a runner of that choice of engine, whose bodies see that context class loader and those thread locals. */
    public ExecutionRunner(String engine, @Nullable ClassLoader contextClassLoader, ThreadLocals threadLocals) {
        this.engines = new Engines(engine);
        this.contextClassLoader = contextClassLoader;
        this.threadLocals = threadLocals;
        scheduler = new Scheduler(holders, resources);
        monitors = new Monitors(scheduler, resources);
        threads = new Threads(scheduler, resources);
        holders.connect(scheduler, monitors);
        controller = new HookController(
                scheduler, resources, holders, monitors, new Parking(scheduler, resources), threads, scope, identities);
    }

    /** Runs one execution; what the runner says of it holds until the next one begins. */
    public Outcome run(Execution execution) {
        SingleExecution single = new SingleExecution(execution);
        runAll(single);
        return single.outcome();
    }

    /** Runs executions until there are none left; the caller watches over them. */
    public void runAll(Executions executions) {
        statics.begin();
        try {
            new Watch(scheduler, turn -> work(turn, executions)).run();
        } finally {
            statics.end();
        }
    }

    /** What a carrier does, from the execution that it is given with another carrier lost, if there is one. */
    private void work(Watch.Turn turn, Executions executions) {
        Execution execution = turn.underWay();
        if (execution != null) {
            engines.current().goOn();
        } else {
            execution = begin(turn, executions);
        }
        while (execution != null && !turn.isLost()) {
            Outcome outcome = conclude();
            if (outcome.ending() == Ending.UNFIT || isDisturbed(outcome)) {
                if (scheduler.excursions().needThreads()) {
                    engines.fallBackForGood();
                } else {
                    engines.fallBack();
                }
                scope.drainExternalCalls();
                scope.drainWokenOutside();
                scheduler.outside().drainSources();
                start(turn, execution);
            } else {
                execution.strategy().behaved(events().graph().value());
                execution.strategy().endExecution(outcome.steps());
                turn.ends();
                executions.ended(execution, outcome);
                engines.executed();
                execution = begin(turn, executions);
            }
        }
    }

    private @Nullable Execution begin(Watch.Turn turn, Executions executions) {
        Execution execution = executions.next();
        if (execution != null) {
            start(turn, execution);
        }
        return execution;
    }

    private void start(Watch.Turn turn, Execution execution) {
        clear();
        identities.begin();
        Thread main = engines.current().mainThread(Thread.currentThread());
        identities.touched(main);
        execution.strategy().beginExecution(execution.number(), execution.seed());
        scheduler.observe(BothObservers.of(
                BothObservers.of(observer, observerBeside), execution.strategy().observer()));
        ControlledThread first = scheduler.begin(engines.current(), main, execution.strategy(), execution.maxSteps());
        scheduler.observer().begin(resources);
        scope.begin(execution.seed());
        statics.beginExecution();
        controller.begin(engines.current());
        turn.begins(execution);
        engines.current().run(first, () -> runMain(first, execution.body()));
    }

    private Outcome conclude() {
        controller.end();
        Outcome outcome = scheduler.end().outcome();
        if (outcome.ending() == Ending.INTERNAL_ERROR) {
            throw new IllegalStateException("jcoyote failed in an execution", outcome.error());
        }
        return outcome;
    }

    /** Whether a thread outside control shared monitors that the engine's threads do not lock in the JVM. */
    private boolean isDisturbed(Outcome outcome) {
        return outcome.ending() != Ending.TIMEOUT && scheduler.outside().hasEntered(monitors::knows);
    }

    private void runMain(ControlledThread me, Body body) {
        jdk.resetCurrentThread();
        me.thread().setContextClassLoader(contextClassLoader);
        threadLocals.set();
        try {
            scheduler.resumed(me);
            Control.leave();
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

    /** Sets what is chosen about time, from the next execution on. */
    public void set(TimeSettings settings) {
        scheduler.set(settings);
    }

    /** Sets who hears what threads do besides the strategy, from the next execution on. */
    public void observe(Observer hearing) {
        observer = hearing;
    }

    /** Sets who else hears it. */
    public void observeBeside(Observer hearing) {
        observerBeside = hearing;
    }

    /** Sets whether a deadlock is called one at once, since threads outside control have not ended it before. */
    public void setImpatient(boolean impatient) {
        scheduler.excursions().setImpatient(impatient);
    }

    /** Sets for how many steps something may be open, from the next execution on; 0 for half of the most steps. */
    public void setLivenessBound(int steps) {
        scheduler.specifications().setBound(steps);
    }

    /** Which engine runs the executions, and why. */
    public Engines engines() {
        return engines;
    }

    /** The static fields of the program. */
    public StaticFields statics() {
        return statics;
    }

    /** A number that changes while an execution gets on. */
    public long progress() {
        return scheduler.progress();
    }

    /** The choices of the last execution. */
    public List<Decision> decisions() {
        return scheduler.decisions().list(scheduler.events(), scheduler.threads());
    }

    /** The choices of the last execution, beside its events. */
    public DecisionLog decisionLog() {
        return scheduler.decisions();
    }

    /** How many choices the last execution had. */
    public int decisionCount() {
        return scheduler.decisions().size();
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
        List<String> leaked = List.of();
        for (int i = 0; i < scheduler.threads().size(); i++) {
            ControlledThread thread = scheduler.threads().get(i);
            if (thread.isLeaked() && !thread.isDone()) {
                leaked = leaked.isEmpty() ? new ArrayList<>() : leaked;
                leaked.add(thread.label());
            }
        }
        return leaked;
    }

    /** The calls that left control since the last time, with their numbers. */
    public Map<String, Integer> drainExternalCalls() {
        return scope.drainExternalCalls();
    }

    /** The threads outside control that were given work since the last time, with their numbers. */
    public Map<String, Integer> drainWokenOutside() {
        return scope.drainWokenOutside();
    }

    /** What threads outside control did to controlled ones since the last time, with their numbers. */
    public Map<String, Integer> drainOutsideEvents() {
        return scheduler.outside().drainSources();
    }

    /** What differs between runs on this JVM: generators that could not be seeded, and hash codes. */
    public List<String> unseededGenerators() {
        if (IdentityHash.reason().isEmpty()) {
            return jdk.missing();
        }
        List<String> all = new ArrayList<>(jdk.missing());
        all.add("identity hash codes (" + IdentityHash.reason() + ")");
        return all;
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
    }

    /** One execution and its outcome. */
    private static final class SingleExecution implements Executions {
        private @Nullable Execution left;
        private @Nullable Outcome outcome;

        SingleExecution(Execution execution) {
            left = execution;
        }

        @Override
        public @Nullable Execution next() {
            Execution next = left;
            left = null;
            return next;
        }

        @Override
        public void ended(Execution execution, Outcome reached) {
            outcome = reached;
        }

        Outcome outcome() {
            return Objects.requireNonNull(outcome);
        }
    }
}

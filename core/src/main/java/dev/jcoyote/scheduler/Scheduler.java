package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.Control;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.scheduler.ControlledThread.Wake;
import dev.jcoyote.strategy.Options;
import dev.jcoyote.strategy.Strategy;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs one controlled thread at a time: takes a thread's pending operation, lets the strategy choose among the enabled
 * ones, and hands over.
 *
 * <p>One instance serves many executions, one after the other. All its methods are called by who holds the baton.
 */
public final class Scheduler implements Options {
    private static final VarHandle PROGRESS;

    static {
        try {
            PROGRESS = MethodHandles.lookup().findVarHandle(Scheduler.class, "progress", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Engine engine;
    private final ThreadRegistry threads = new ThreadRegistry();
    private final EnabledSet enabled = new EnabledSet();
    private final Timers timers = new Timers(this, enabled);
    private final EventLog events = new EventLog();
    private final DecisionLog decisions = new DecisionLog();
    private final OutsideEvents outside = new OutsideEvents();
    private final Unwinder unwinder;
    private final EndOfExecution end;

    private @Nullable Strategy strategy;
    private @Nullable ControlledThread current;
    private int maxSteps;
    private int steps;
    private int switches;
    private int activeNonDaemons;
    private boolean rootDone;

    /** Changes with every sign of life; the watchdog compares it, and need not see each value. */
    private long progress;

    /** Creates a scheduler. */
    public Scheduler(Engine engine, WaitGraph waitGraph) {
        this.engine = engine;
        this.unwinder = new Unwinder(threads, waitGraph);
        this.end = new EndOfExecution(threads, engine, waitGraph);
    }

    /** Prepares an execution whose body runs on that thread; returns its first controlled thread. */
    public ControlledThread begin(Thread root, Strategy chosen, int limit) {
        strategy = chosen;
        maxSteps = limit;
        steps = 0;
        switches = 0;
        activeNonDaemons = 0;
        rootDone = false;
        events.clear();
        decisions.clear();
        timers.clear();
        outside.clear();
        end.clear();
        ControlledThread first = threads.add(root, null);
        current = first;
        setActive(first, true);
        return first;
    }

    /** Forgets the threads of the execution that is over. */
    public void clear() {
        while (enabled.size() > 0) {
            enabled.remove(enabled.get(0));
        }
        threads.clear();
        current = null;
    }

    // ---- the central loop ----

    /** The thread is at a scheduling point: chooses who goes next, and returns when it is this thread. */
    private void reschedule(ControlledThread me) {
        ControlledThread next = next();
        if (next != me) {
            handOver(next);
            engine.suspend(me);
        }
        resumed(me);
    }

    /** The thread has ended: chooses who goes next, and does not wait. */
    public void exit(ControlledThread me) {
        me.done = true;
        setActive(me, false);
        rootDone |= me.id == 0;
        handOver(next());
    }

    private @Nullable ControlledThread next() {
        ControlledThread next = end.isReached() ? null : choose();
        return next != null ? next : unwinder.next();
    }

    private void handOver(@Nullable ControlledThread next) {
        Control.running = null;
        if (next == null) {
            end.announce();
        } else {
            engine.resume(next);
        }
    }

    /** The thread has the baton (again): it is the current one from here on. */
    public void resumed(ControlledThread me) {
        if (current != me) {
            switches++;
        }
        current = me;
        me.gateMonitor = null;
        Control.running = me.thread;
        if (end.isReached()) {
            throw abandon(me);
        }
    }

    /** The enabled thread that goes next; null when the execution has come to its end. */
    private @Nullable ControlledThread choose() {
        madeProgress();
        if (outside.isPending()) {
            outside.takeIn();
        }
        timers.settle();
        int waits = 0;
        while (enabled.size() == 0
                && end.mayBeEndedFromOutside(rootDone)
                && (awaitOutside()
                        || (end.isProcessUnderWay() && ++waits < EndOfExecution.GRACES_FOR_PROCESS))) {
            madeProgress();
            outside.takeIn();
            timers.settle();
        }
        if (enabled.size() == 0 || (rootDone && (activeNonDaemons == 0 || timers.isOnlyPeriodicWorkLeft()))) {
            end.reach(enabled.size() == 0, rootDone, steps, switches);
            return null;
        }
        if (steps == maxSteps) {
            end.reach(Ending.MAX_STEPS, steps, switches);
            return null;
        }
        steps++;
        ControlledThread next = enabled.size() == 1 ? enabled.get(0) : decide();
        if (next != null) {
            execute(next);
        }
        return next;
    }

    private boolean awaitOutside() {
        Object monitor = running().gateMonitor;
        return monitor == null
                ? outside.await(EndOfExecution.GRACE_MILLIS)
                : outside.await(EndOfExecution.GRACE_MILLIS, monitor);
    }

    private @Nullable ControlledThread decide() {
        int hash = enabled.hash();
        int chosen = strategy().chooseThread(this);
        if (chosen == Strategy.ABANDON) {
            end.reach(Ending.ABANDONED, steps, switches);
            return null;
        }
        if (chosen < 0 || chosen >= threads.size() || !contains(chosen)) {
            throw new IllegalStateException(
                    "Strategy " + strategy().name() + " chose thread " + chosen + ", which is not enabled");
        }
        ControlledThread next = threads.get(chosen);
        decisions.add(steps, next.operation, 0, 0, hash);
        return next;
    }

    private void execute(ControlledThread next) {
        enabled.remove(next);
        timers.executed(next);
        events.add(next.operation);
        strategy().executed(next.operation);
    }

    // ---- what the models of threads, monitors and parking call ----

    /** The thread that runs now. */
    public ControlledThread running() {
        return Objects.requireNonNull(current);
    }

    /** The running thread's next operation can proceed: returns when it is chosen. */
    public void point(OperationKind kind, int resource, int slot, boolean write, int site) {
        ControlledThread me = running();
        me.lastSite = site;
        if (end.isReached()) {
            unwinder.passPoint(me, this);
            return;
        }
        if (me.atomicDepth > 0) {
            return;
        }
        me.operation.become(kind, resource, slot, write, site);
        enable(me);
        reschedule(me);
    }

    /** The running thread's pending operation, already set, can proceed: returns when it is chosen. */
    public void pointAtPending() {
        ControlledThread me = running();
        if (end.isReached()) {
            throw abandon(me);
        }
        enable(me);
        reschedule(me);
    }

    /**
     * The running thread's next operation, already set, cannot proceed: returns when it can and is chosen.
     *
     * @param waitsFor the monitor, park blocker or thread that it waits for; null if that is not known
     * @param deadline when the wait ends, or {@link ControlledThread#NEVER}
     * @param interruptible whether an interrupt ends it
     */
    public Wake block(@Nullable Object waitsFor, long deadline, boolean interruptible, Waker waker) {
        ControlledThread me = running();
        if (end.isReached()) {
            throw abandon(me);
        }
        me.blocked = true;
        me.waitsFor = waitsFor;
        me.waker = waker;
        me.wake = Wake.NONE;
        me.interruptible = interruptible;
        me.deadline = deadline;
        strategy().disabled(me.operation);
        if (deadline == ControlledThread.NEVER) {
            setActive(me, false);
            end.checkCycle(me, steps, switches);
        } else {
            timers.add(me);
        }
        reschedule(me);
        return me.wake;
    }

    /** Ends the wait of a blocked thread, whose pending operation can proceed from now on. */
    public void wake(ControlledThread thread, Wake reason) {
        thread.wake = reason;
        timers.remove(thread);
        unblock(thread);
        enable(thread);
    }

    /** Ends the time limit of a blocked thread that goes on waiting, for something that has none. */
    public void waitFurther(ControlledThread thread, Object waitsFor, Waker waker) {
        timers.remove(thread);
        thread.waitsFor = waitsFor;
        thread.waker = waker;
        thread.interruptible = false;
        setActive(thread, false);
    }

    /** A pending operation that could proceed no longer can, since another thread was faster. */
    public void disable(ControlledThread thread, Object waitsFor, Waker waker) {
        enabled.remove(thread);
        strategy().disabled(thread.operation);
        thread.blocked = true;
        thread.waitsFor = waitsFor;
        thread.waker = waker;
        setActive(thread, false);
    }

    /** The thread's pending operation can proceed. */
    void enable(ControlledThread thread) {
        enabled.add(thread);
        strategy().enabled(thread.operation);
    }

    void disableExposed(ControlledThread thread) {
        enabled.remove(thread);
        strategy().disabled(thread.operation);
    }

    void unblock(ControlledThread thread) {
        thread.blocked = false;
        thread.waitsFor = null;
        thread.interruptible = false;
        thread.waker = null;
        setActive(thread, true);
    }

    /** Chooses one of several values, which the running thread's pending operation needs. */
    public int chooseValue(int bound) {
        if (bound == 1 || end.isReached()) {
            return 0;
        }
        int hash = enabled.hash();
        int value = strategy().chooseValue(bound, this);
        if (value < 0 || value >= bound) {
            throw new IllegalStateException("Strategy " + strategy().name() + " chose value " + value + " of " + bound);
        }
        decisions.add(steps, running().operation, value, bound, hash);
        return value;
    }

    /** A thread is about to start: it is enabled from now on. */
    public ControlledThread add(Thread thread) {
        if (end.isReached()) {
            throw abandon(running());
        }
        ControlledThread added = threads.add(thread, running());
        setActive(added, true);
        enable(added);
        return added;
    }

    /** A started thread has come to its body: returns when it is chosen for the first time. */
    public void awaitFirstTurn(ControlledThread me) {
        me.begun = true;
        engine.suspend(me);
        resumed(me);
    }

    // ---- the end ----

    /** An exception ends the execution, unless it is over already. */
    public void fail(Throwable error, ControlledThread thread) {
        end.reach(error, thread, steps, switches);
    }

    /** {@code System.exit} ends the execution. */
    public Error exitCalled(int status) {
        end.reachExit(status, running(), steps, switches);
        return abandon(running());
    }

    /** Whether the execution is over and its threads unwind. */
    public boolean isUnwinding() {
        return end.isReached();
    }

    /** What is thrown in a thread that must unwind. */
    public Error abandon(ControlledThread me) {
        if (unwinder.givesUp(me)) {
            handOver(unwinder.next());
            while (true) {
                engine.suspend(me);
            }
        }
        return new ExecutionAbandoned();
    }

    /** The end of the execution, which the exploring thread waits for. */
    public EndOfExecution end() {
        return end;
    }

    /** The exploring thread takes the baton from a stuck thread and goes on with unwinding. */
    public void takeOver(boolean timedOut) {
        ControlledThread stuck = running();
        if (timedOut) {
            end.reachTimeout(stuck, steps, switches);
        }
        stuck.leaked = true;
        handOver(unwinder.next());
    }

    private void setActive(ControlledThread thread, boolean active) {
        if (thread.active != active) {
            thread.active = active;
            if (!thread.daemon) {
                activeNonDaemons += active ? 1 : -1;
            }
        }
    }

    private Strategy strategy() {
        return Objects.requireNonNull(strategy);
    }

    // ---- what others look at ----

    /** A number that changes with every sign of life. */
    public long progress() {
        return (long) PROGRESS.getOpaque(this);
    }

    /** Something happened: the watchdog's time starts again. */
    public void madeProgress() {
        PROGRESS.setOpaque(this, progress + 1);
    }

    /** The execution's clock. */
    public VirtualClock clock() {
        return timers.clock();
    }

    /** What threads outside control do. */
    public OutsideEvents outside() {
        return outside;
    }

    /** The threads of the execution. */
    public ThreadRegistry threads() {
        return threads;
    }

    /** What was executed. */
    public EventLog events() {
        return events;
    }

    /** What was chosen. */
    public DecisionLog decisions() {
        return decisions;
    }

    @Override
    public int size() {
        return enabled.size();
    }

    @Override
    public int thread(int position) {
        return enabled.get(position).id;
    }

    @Override
    public boolean contains(int thread) {
        return enabled.contains(threads.get(thread));
    }

    @Override
    public Operation operation(int thread) {
        return threads.get(thread).operation;
    }

    @Override
    public int current() {
        ControlledThread last = running();
        return enabled.contains(last) ? last.id : NONE;
    }

    @Override
    public int step() {
        return steps;
    }

    @Override
    public String path(int thread) {
        return threads.get(thread).path;
    }

    @Override
    public int hash() {
        return enabled.hash();
    }
}

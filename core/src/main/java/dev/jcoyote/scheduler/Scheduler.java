package dev.jcoyote.scheduler;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.scheduler.ControlledThread.Wake;
import dev.jcoyote.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Runs one controlled thread at a time: takes a thread's pending operation, lets the strategy choose among the enabled
 * ones, and hands over.
 *
 * <p>One instance serves many executions, one after the other. All its methods are called by who holds the baton.
 */
public final class Scheduler {
    private final Tally tally = new Tally();
    private final ThreadRegistry threads = new ThreadRegistry();
    private final Choices choices = new Choices(threads, tally);
    private final Timers timers = new Timers(threads, choices);
    private final OutsideEvents outside = new OutsideEvents();
    private final Excursions excursions = new Excursions(this, outside, choices, timers);
    private final EndOfExecution end;
    private final Baton baton;
    private final Specifications specifications;
    private final Repetition repetition;
    private final NextThread next;

    /** Creates a scheduler. */
    public Scheduler(WaitGraph waitGraph, ResourceTable resources) {
        this.end = new EndOfExecution(threads, waitGraph, tally);
        this.baton = new Baton(threads, waitGraph, tally, end, outside);
        this.specifications = new Specifications(choices, end, tally, threads);
        this.repetition = new Repetition(threads, choices, resources);
        this.next = new NextThread(
                threads, choices, timers, excursions, outside, end, baton, tally, specifications, repetition);
        choices.connect(timers);
    }

    /** Sets what brings the enabled set up to date before each choice. */
    public void settleBeforeChoices(Runnable model) {
        next.settleBeforeChoices(model);
    }

    /** Sets what is chosen about time, from the next execution on. */
    public void set(TimeSettings settings) {
        timers.set(settings);
        choices.set(settings);
    }

    /** Sets who hears what threads do, from the next execution on. */
    public void observe(Observer observer) {
        choices.observe(observer);
    }

    /** Who hears what threads do; nobody while the execution unwinds. */
    public Observer observer() {
        return end.isReached() ? Observer.NONE : choices.observer();
    }

    /** Prepares an execution on that engine whose body runs on that thread; returns its first controlled thread. */
    public ControlledThread begin(Engine engine, Thread root, Strategy strategy, int limit) {
        next.begin(limit);
        tally.clear();
        choices.begin(strategy);
        timers.clear();
        outside.clear();
        excursions.clear();
        specifications.begin(limit);
        repetition.begin(limit);
        end.begin(engine);
        ControlledThread first = threads.add(root, null);
        baton.begin(engine, first);
        threads.setActive(first, true);
        return first;
    }

    /** Forgets the threads of the execution that is over. */
    public void clear() {
        choices.clear();
        specifications.clear();
        threads.clear();
        baton.clear();
    }

    // ---- turns ----

    /** The thread is at a scheduling point: chooses who goes next, and returns when it is this thread. */
    private void reschedule(ControlledThread me) {
        ControlledThread chosen = next.choose();
        if (chosen != me) {
            baton.handOver(chosen);
            baton.await(me);
        }
        baton.taken(me);
        observer().resumed(me.id);
    }

    /** The thread has ended: chooses who goes next, and does not wait. */
    public void exit(ControlledThread me) {
        me.done = true;
        observer().ended(me.id);
        threads.setActive(me, false);
        baton.handOver(next.choose());
    }

    /** The thread has the baton (again): it is the running one from here on. */
    public void resumed(ControlledThread me) {
        baton.taken(me);
    }

    void takeInOutsideEvents() {
        next.takeInOutsideEvents();
    }

    /** Has the models bring the enabled set up to date, where they have put that off. */
    public void settle() {
        next.settle();
    }

    // ---- what the models of threads, monitors and parking call ----

    /** The thread that runs now. */
    public ControlledThread running() {
        return baton.holder();
    }

    /** The running thread's next operation can proceed: returns when it is chosen. */
    public void point(OperationKind kind, int resource, int slot, boolean write, int site) {
        ControlledThread me = running();
        me.lastSite = site;
        if (end.isReached()) {
            baton.passPoint(me);
            return;
        }
        if (me.atomicDepth > 0) {
            return;
        }
        me.operation.become(kind, resource, slot, write, site);
        choices.enable(me);
        reschedule(me);
    }

    /** The running thread's operation, a compare-and-set, has failed. In an atomic region it was no operation of its own. */
    public void compareFailed() {
        ControlledThread me = running();
        if (!end.isReached() && me.atomicDepth == 0 && me.operation.kind() == OperationKind.CALL) {
            choices.compareFailed(me);
        }
    }

    /** The running thread's pending operation, already set, can proceed: returns when it is chosen. */
    public void pointAtPending() {
        ControlledThread me = running();
        if (end.isReached()) {
            throw abandon(me);
        }
        choices.enable(me);
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
        choices.beginsDisabled(me);
        if (deadline == ControlledThread.NEVER) {
            threads.setActive(me, false);
            settle();
            end.checkCycle(me);
        } else {
            observer().clock(me.id);
            timers.add(me);
        }
        if (!end.isReached() && choices.wakesUp(me)) {
            me.endWait(Wake.GRANTED);
        }
        reschedule(me);
        if (deadline != ControlledThread.NEVER) {
            tally.timed(me);
        }
        return me.wake;
    }

    /** Ends the wait of a blocked thread, whose pending operation can proceed from now on. */
    public void wake(ControlledThread thread, Wake reason) {
        thread.wake = reason;
        timers.remove(thread);
        threads.unblock(thread);
        choices.enable(thread);
    }

    /** Ends the time limit of a blocked thread that goes on waiting, for something that has none. */
    public void waitFurther(ControlledThread thread, Object waitsFor, Waker waker) {
        timers.remove(thread);
        thread.waitsFor = waitsFor;
        thread.waker = waker;
        thread.interruptible = false;
        threads.setActive(thread, false);
    }

    /** A pending operation that could proceed no longer can, since another thread was faster. */
    public void disable(ControlledThread thread, Object waitsFor, Waker waker) {
        choices.disable(thread);
        thread.blocked = true;
        thread.waitsFor = waitsFor;
        thread.waker = waker;
        threads.setActive(thread, false);
    }

    /** Chooses one of several values, which the running thread's pending operation needs. */
    public int chooseValue(int bound, Decision.Kind kind) {
        if (bound == 1 || end.isReached()) {
            return 0;
        }
        return choices.value(bound, kind);
    }

    /** A thread is about to start: it is enabled from now on. */
    public ControlledThread add(Thread thread) {
        if (end.isReached()) {
            throw abandon(running());
        }
        ControlledThread added = threads.add(thread, running());
        threads.setActive(added, true);
        observer().started(running().id, added.id);
        choices.enable(added);
        return added;
    }

    /** A started thread has come to its body: returns when it is chosen for the first time. */
    public void awaitFirstTurn(ControlledThread me) {
        me.begun = true;
        baton.await(me);
        resumed(me);
    }

    /** A thread that the engine runs itself has been chosen for the first time. */
    public void takeFirstTurn(ControlledThread me) {
        me.begun = true;
        resumed(me);
    }

    /** The running thread is about to wait and give up that monitor, which not every engine can do. */
    public void requireRelease(Object monitor) {
        if (!end.isReached() && !baton.engine().canGiveUp(monitor)) {
            end.reach(Ending.UNFIT);
            throw abandon(running());
        }
    }

    /** Where a thread asks for something that an execution which is over no longer gives: let pass, but not for ever. */
    public void passIfOver() {
        if (end.isReached()) {
            baton.passPoint(running());
        }
    }

    // ---- calls that wait for the world outside ----

    /** Who has the baton in place of a thread that is away: hands it over. */
    void goOn() {
        baton.handOver(next.choose());
    }

    /** Calls that wait for the world outside. */
    public Excursions excursions() {
        return excursions;
    }

    // ---- the end ----

    /** An exception ends the execution, unless it is over already. */
    public void fail(Throwable error, ControlledThread thread) {
        settle();
        end.reach(error, thread);
    }

    /** {@code System.exit} ends the execution. */
    public Error exitCalled(int status) {
        settle();
        end.reachExit(status, running());
        return abandon(running());
    }

    /** The test body wants this execution to count for nothing. */
    public Error skip() {
        if (!end.isReached()) {
            settle();
            end.reach(Ending.SKIPPED);
        }
        return abandon(running());
    }

    /** Whether the execution is over and its threads unwind. */
    public boolean isUnwinding() {
        return end.isReached();
    }

    /** What is thrown in a thread that must unwind. */
    public Error abandon(ControlledThread me) {
        return baton.abandon(me);
    }

    /** The end of the execution, which the exploring thread waits for. */
    public EndOfExecution end() {
        return end;
    }

    /** The right to run, for who watches over the execution. */
    public Baton baton() {
        return baton;
    }

    // ---- what others look at ----

    /** A number that changes with every sign of life. */
    public long progress() {
        return tally.progress();
    }

    /** Something happened: the watchdog's time starts again. */
    public void madeProgress() {
        tally.madeProgress();
    }

    /** The execution's clock. */
    public VirtualClock clock() {
        return timers.clock();
    }

    /** What the test body demands. */
    public Specifications specifications() {
        return specifications;
    }

    /** The running thread reads the clock. */
    public void clockRead() {
        timers.clock().tick();
        observer().clock(running().id);
        if (tally.steps >= repetition.first()) {
            repetition.clockRead();
        }
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
        return choices.events();
    }

    /** What was chosen. */
    public DecisionLog decisions() {
        return choices.decisions();
    }

    /** The number of the last scheduling point, from 1. */
    public int step() {
        return tally.steps;
    }
}

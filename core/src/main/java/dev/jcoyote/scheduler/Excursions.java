package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.Control;
import dev.jcoyote.bridge.OperationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets controlled threads wait for the world outside while others run. A call that returns soon is one step. From one
 * that does not the watcher takes the baton: the thread is away then, until its return, which is an event from outside.
 *
 * <p>While a thread is away virtual time stands still, unless nothing else can go on for as long as the next timer would
 * take: what waits for an answer from outside must not time out before it can come.
 */
public final class Excursions {
    /** How long a call may keep the baton where others can run meanwhile. */
    private static final long PATIENCE_NANOS = 5_000_000L;

    /** The same where they cannot, so that the whole execution is run again. */
    private static final long LONG_PATIENCE_NANOS = 30_000_000L;

    /** A call is over: how long those that are away get to receive what it sent. */
    private static final long RECEPTION_MILLIS = 1;

    /** The longest time that a sleeper sleeps while threads are away. */
    private static final long LONGEST_SLEEP_NANOS = 100_000_000L;

    /** The longest time that a wait with a time-out lasts while threads are away: what ends too early is a false alarm. */
    private static final long LONGEST_WAIT_NANOS = 2_000_000_000L;

    /** How long those that are away at the end of the execution may take to come back. */
    private static final long RETURN_NANOS = 200_000_000L;

    private final Scheduler scheduler;
    private final OutsideEvents outside;
    private final Choices choices;
    private final Timers timers;
    private final ExternalWaits waits = new ExternalWaits();

    /** For how long nothing could go on because threads are away; 0 where that is not the question. */
    private long idleNanos;

    private volatile boolean everAway;
    private boolean isImpatient;
    private volatile boolean needThreads;

    Excursions(Scheduler scheduler, OutsideEvents outside, Choices choices, Timers timers) {
        this.scheduler = scheduler;
        this.outside = outside;
        this.choices = choices;
        this.timers = timers;
    }

    void clear() {
        waits.clear();
        idleNanos = 0;
        everAway = false;
        needThreads = false;
    }

    /** Sets the thread that calls {@link #relieve}. */
    public void watchedBy(Thread watcher) {
        waits.watchedBy(watcher);
        outside.watchedBy(watcher);
    }

    /** Sets whether a deadlock is called one at once, since threads outside control have not ended it before. */
    public void setImpatient(boolean impatient) {
        isImpatient = impatient;
    }

    boolean isAnyAway() {
        return everAway && !waits.isEmpty();
    }

    /** Whether a thread had to wait for the world outside, and the engine could not run others meanwhile. */
    public boolean needThreads() {
        return needThreads;
    }

    /** Before a choice: timers whose time is up are up; while threads are away, in real time. */
    void settleTimers() {
        if (!isAnyAway() || isTimeUp(timers.nanosToTimeout(), LONGEST_WAIT_NANOS)) {
            timers.settle();
        } else if (isTimeUp(timers.nanosToSleep(), LONGEST_SLEEP_NANOS)) {
            timers.offerSleeper();
        }
        idleNanos = 0;
    }

    /**
     * Nothing can go on: before that is called a deadlock, threads outside control get time to end it.
     *
     * @param monitor what the caller owns in the JVM and must give up meanwhile; null for nothing
     */
    void awaitOutsideEvents(EndOfExecution end, @Nullable Object monitor) {
        int graces = 0;
        while (!isImpatient && choices.size() == 0 && !isAnyAway() && end.mayBeEndedFromOutside()) {
            if (!outside.await(EndOfExecution.GRACE_MILLIS, monitor)
                    && (!end.isProcessUnderWay() || ++graces == EndOfExecution.GRACES_FOR_PROCESS)) {
                return;
            }
            scheduler.madeProgress();
            scheduler.takeInOutsideEvents();
            scheduler.settle();
            timers.settle();
        }
    }

    private boolean isTimeUp(long timer, long longest) {
        return timer != ControlledThread.NEVER && idleNanos > Math.min(timer, longest);
    }

    // ---- on the threads that make the calls ----

    /** The running thread is about to make a call; returns whether it is under control no longer. */
    public boolean begin() {
        ControlledThread me = scheduler.running();
        if (scheduler.isUnwinding()) {
            throw scheduler.abandon(me);
        }
        if (me.atomicDepth > 0) {
            return false;
        }
        Control.leave();
        Control.running = null;
        waits.begin(me);
        return true;
    }

    /** The calling thread is back from a call: returns when it is under control again, if it was before. */
    public void end() {
        if (waits.end()) {
            if (isAnyAway()) {
                outside.await(RECEPTION_MILLIS, null);
            }
            scheduler.madeProgress();
            Control.running = scheduler.running().thread;
            return;
        }
        ControlledThread me = waits.endWithout();
        if (me != null) {
            outside.offerReturn(() -> {
                waits.returned(me);
                me.isAway = false;
                if (!scheduler.isUnwinding()) {
                    choices.enable(me);
                }
            });
            scheduler.baton().await(me);
            scheduler.baton().taken(me);
            // Who had the baton before was inside the tool when it handed it over.
            Control.leave();
        }
    }

    // ---- on the thread that watches ----

    /** Whether the watcher shall look often. */
    public boolean needAttention() {
        return waits.isAttentive() || isAnyAway();
    }

    /** Takes the baton from a thread that waits, or from nobody, and hands it on; returns whether the carrier is lost. */
    public boolean relieve() {
        if (outside.isIdle()) {
            return goOnFromIdle(outside.idleNanos());
        }
        Engine engine = scheduler.baton().engineIfBegun();
        if (engine == null) {
            return false;
        }
        ControlledThread thread = waits.take(engine.canLeave() ? PATIENCE_NANOS : LONG_PATIENCE_NANOS);
        if (thread == null) {
            return false;
        }
        everAway = true;
        if (engine.canLeave()) {
            timers.hide();
            thread.operation.become(OperationKind.EXTERNAL, 0, 0, true, thread.lastSite);
            choices.beginsDisabled(thread);
            thread.isAway = true;
            scheduler.goOn();
            return false;
        }
        needThreads = true;
        thread.isAway = true;
        scheduler.end().reach(Ending.UNFIT);
        return scheduler.baton().giveUp(waits.giveUp());
    }

    private boolean goOnFromIdle(long nanos) {
        if (scheduler.isUnwinding() && nanos > RETURN_NANOS) {
            return giveUp();
        }
        idleNanos = nanos;
        boolean isTimeUp = isTimeUp(timers.nanosToTimeout(), LONGEST_WAIT_NANOS)
                || isTimeUp(timers.nanosToSleep(), LONGEST_SLEEP_NANOS);
        if (outside.leaveIdle(isTimeUp)) {
            scheduler.takeInOutsideEvents();
            scheduler.goOn();
        }
        return false;
    }

    /** Whether nobody has the baton, because all wait for the world outside. */
    public boolean isIdle() {
        return outside.isIdle();
    }

    /** Those that are away do not come back: ends the execution if it is not over; returns whether the carrier is lost. */
    public boolean giveUp() {
        if (!outside.leaveIdle(true)) {
            return false;
        }
        List<ControlledThread> lost = waits.giveUp();
        if (!scheduler.isUnwinding() && !lost.isEmpty()) {
            scheduler.end().reachTimeout(lost.get(0));
        }
        return scheduler.baton().giveUp(lost);
    }
}

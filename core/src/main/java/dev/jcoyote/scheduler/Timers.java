package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.scheduler.ControlledThread.Wake;
import org.jspecify.annotations.Nullable;

/**
 * The threads whose waits have a deadline, and the virtual clock.
 *
 * <p>The earliest sleeper is always enabled: {@code Thread.sleep} orders nothing, and choosing the sleeper moves the
 * clock to its deadline. Waits with a time-out expire only when nothing but a later sleeper and {@linkplain IdleThreads
 * idle threads} can run, in order of their deadlines.
 */
final class Timers {
    /** How often the clock may jump after the body's return before what is left counts as periodic work. */
    private static final int JUMPS_AFTER_RETURN = 1_000;

    private final ThreadRegistry threads;
    private final Choices choices;
    private final TimerHeap sleepers = new TimerHeap();
    private final TimerHeap waits = new TimerHeap();
    private final IdleThreads idle = new IdleThreads();
    private TimeSettings settings = TimeSettings.USUAL;
    private VirtualClock clock = new VirtualClock(settings.start());

    /** The earliest sleeper while it is in the enabled set, else null. */
    private @Nullable ControlledThread exposed;

    /** The earliest timed wait while its end is in the enabled set, else null. */
    private @Nullable ControlledThread exposedWait;

    private int jumpsAfterReturn;

    Timers(ThreadRegistry threads, Choices choices) {
        this.threads = threads;
        this.choices = choices;
    }

    /** Sets what is chosen about time, from the next execution on. */
    void set(TimeSettings chosen) {
        settings = chosen;
    }

    VirtualClock clock() {
        return clock;
    }

    void clear() {
        empty(sleepers);
        empty(waits);
        idle.clear();
        exposed = null;
        jumpsAfterReturn = 0;
        exposedWait = null;
        clock = new VirtualClock(settings.start());
    }

    private static void empty(TimerHeap heap) {
        for (ControlledThread left = heap.peek(); left != null; left = heap.peek()) {
            heap.remove(left);
        }
    }

    void add(ControlledThread thread) {
        heapOf(thread).add(thread);
    }

    void remove(ControlledThread thread) {
        if (thread.timerPosition >= 0) {
            heapOf(thread).remove(thread);
        }
        if (thread == exposed) {
            exposed = null;
            choices.disable(thread);
        } else if (thread == exposedWait) {
            exposedWait = null;
            choices.disable(thread);
        }
        thread.deadline = ControlledThread.NEVER;
    }

    /** Offers the earliest sleeper, and ends the earliest waits if nothing else can go on. */
    void settle() {
        if (sleepers.isEmpty() && waits.isEmpty() && exposed == null && exposedWait == null) {
            return;
        }
        offerSleeper();
        endWaits();
    }

    /** Offers the earliest sleeper. */
    void offerSleeper() {
        ControlledThread sleeper = sleepers.peek();
        if (sleeper != exposed) {
            if (exposed != null) {
                choices.disable(exposed);
            }
            exposed = sleeper;
            if (sleeper != null) {
                choices.enable(sleeper);
            }
        }
    }

    private void endWaits() {
        if (!waits.isEmpty() && idle.areAll(choices, threads, exposed)) {
            expireEarliestWaits();
        }
        if (settings.exploreTimeouts()) {
            exposeWait();
            return;
        }
        // An expired wait may still need a monitor that is not free: then the next one may expire.
        while (choices.size() == 0 || (choices.size() == 1 && exposed != null)) {
            if (!expireEarliestWaits()) {
                return;
            }
        }
    }

    /** Ends the waits whose time comes first; says whether there are any, and no sleeper wakes before. */
    private boolean expireEarliestWaits() {
        ControlledThread wait = waits.peek();
        if (wait == null || (exposed != null && exposed.deadline < wait.deadline)) {
            return false;
        }
        long due = wait.deadline;
        clock.jumpTo(due);
        countJump();
        while (wait != null && wait.deadline <= due) {
            choices.observer().expired(wait.id);
            wait.endWait(Wake.TIMEOUT);
            wait = waits.peek();
        }
        return true;
    }

    private void exposeWait() {
        ControlledThread wait = waits.peek();
        if (wait != exposedWait) {
            if (exposedWait != null) {
                choices.disable(exposedWait);
            }
            exposedWait = wait;
            if (wait != null) {
                choices.enable(wait);
            }
        }
    }

    /** Whether what can be chosen of that thread is the end of its wait, and not that it goes on. */
    boolean isExpiry(ControlledThread thread) {
        return thread == exposedWait;
    }

    /** The end of the thread's wait was chosen: it can go on, if it needs nothing else. */
    void expire(ControlledThread thread) {
        exposedWait = null;
        clock.jumpTo(thread.deadline);
        countJump();
        thread.endWait(Wake.TIMEOUT);
    }

    /** Takes the earliest sleeper and the earliest wait from the enabled set, until they are offered again. */
    void hide() {
        if (exposedWait != null) {
            choices.disable(exposedWait);
            exposedWait = null;
        }
        if (exposed != null) {
            choices.disable(exposed);
            exposed = null;
        }
    }

    /** How long the earliest sleeper has left to sleep; {@link ControlledThread#NEVER} if there is none. */
    long nanosToSleep() {
        return nanosTo(sleepers.peek());
    }

    /** How long it is until the earliest wait with a time-out ends; {@link ControlledThread#NEVER} if there is none. */
    long nanosToTimeout() {
        return nanosTo(waits.peek());
    }

    private long nanosTo(@Nullable ControlledThread first) {
        return first == null ? ControlledThread.NEVER : Math.max(0, first.deadline - clock.now());
    }

    /** A thread was chosen: if it slept, the clock jumps to its deadline. */
    void executed(ControlledThread thread) {
        if (!waits.isEmpty()) {
            idle.executed(thread);
        }
        if (thread == exposed) {
            exposed = null;
            sleepers.remove(thread);
            clock.jumpTo(thread.deadline);
            thread.deadline = ControlledThread.NEVER;
            thread.wake = Wake.TIMEOUT;
            threads.unblock(thread);
            countJump();
        }
    }

    private void countJump() {
        if (threads.isRootDone()) {
            jumpsAfterReturn++;
        }
    }

    /** Whether, long after the body's return, it is still only timers that keep the execution alive. */
    boolean isOnlyPeriodicWorkLeft() {
        return jumpsAfterReturn > JUMPS_AFTER_RETURN;
    }

    private TimerHeap heapOf(ControlledThread thread) {
        return thread.operation.kind() == OperationKind.SLEEP ? sleepers : waits;
    }
}

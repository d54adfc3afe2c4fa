package dev.jcoyote.scheduler;

import org.jspecify.annotations.Nullable;

/**
 * The central loop: brings the enabled set up to date, and has the strategy choose who goes next, or says that the execution
 * is over.
 */
final class NextThread {
    private final ThreadRegistry threads;
    private final Choices choices;
    private final Timers timers;
    private final Excursions excursions;
    private final OutsideEvents outside;
    private final EndOfExecution end;
    private final Baton baton;
    private final Tally tally;
    private final Specifications specifications;
    private final Repetition repetition;

    private @Nullable Runnable settling;
    private int maxSteps;

    /** How many steps daemon threads have done since the test has ended and all others with it. */
    private int stepsAfterEnd;

    NextThread(
            ThreadRegistry threads,
            Choices choices,
            Timers timers,
            Excursions excursions,
            OutsideEvents outside,
            EndOfExecution end,
            Baton baton,
            Tally tally,
            Specifications specifications,
            Repetition repetition) {
        this.threads = threads;
        this.choices = choices;
        this.timers = timers;
        this.excursions = excursions;
        this.outside = outside;
        this.end = end;
        this.baton = baton;
        this.tally = tally;
        this.specifications = specifications;
        this.repetition = repetition;
    }

    void settleBeforeChoices(Runnable model) {
        settling = model;
    }

    /** An execution begins that may have so many scheduling points. */
    void begin(int limit) {
        maxSteps = limit;
        stepsAfterEnd = 0;
    }

    /** The thread that is chosen to go next; null when the execution is over. */
    @Nullable
    ControlledThread choose() {
        if (end.isReached()) {
            return null;
        }
        try {
            specifications.check(baton.holder());
            return end.isReached() ? null : chooseThread();
        } catch (RuntimeException e) {
            // A fault of the tool: it must neither look like the program's nor leave threads waiting.
            end.reachInternalError(e);
            return null;
        }
    }

    /** The enabled thread that goes next; null when the execution has come to its end, or all wait for the world outside. */
    private @Nullable ControlledThread chooseThread() {
        ControlledThread next = chooseOption();
        while (next != null && timers.isExpiry(next)) {
            timers.expire(next);
            next = chooseOption();
        }
        if (next != null && !baton.engine().canResume(next)) {
            end.reach(Ending.UNFIT);
            return null;
        }
        if (next != null) {
            timers.executed(next);
            if (tally.steps >= repetition.first()) {
                repetition.executed(next, tally.steps);
            }
        }
        return next;
    }

    /** The enabled thread that is chosen, to go on or to end its wait; null when the execution has come to its end. */
    private @Nullable ControlledThread chooseOption() {
        tally.madeProgress();
        takeInOutsideEvents();
        settle();
        boolean isIdle = choices.size() == 0;
        excursions.settleTimers();
        if (choices.size() == 0) {
            excursions.awaitOutsideEvents(end, baton.holder().gateMonitor);
        }
        boolean isOver = threads.isRootDone() && isOver() && (isIdle || !followsDaemons());
        if (choices.size() == 0 && excursions.isAnyAway() && !isOver) {
            return null;
        }
        if (choices.size() == 0 || isOver) {
            end.reach(choices.size() == 0, specifications.openAtEnd());
            return null;
        }
        if (tally.steps == maxSteps) {
            Violation livelock = repetition.found(maxSteps);
            end.reach(livelock == null ? Ending.MAX_STEPS : Ending.LIVELOCK, livelock);
            return null;
        }
        tally.steps++;
        choices.ranLast(baton.holder());
        ControlledThread next = choices.next();
        if (next == null) {
            end.reach(Ending.ABANDONED);
        }
        return next;
    }

    /** Whether daemon threads go on that need not wait for any time to pass. */
    private boolean followsDaemons() {
        return tally.steps < maxSteps && choices.followsDaemons(stepsAfterEnd++);
    }

    private boolean isOver() {
        return threads.activeNonDaemons() == 0 || timers.isOnlyPeriodicWorkLeft();
    }

    void takeInOutsideEvents() {
        if (outside.isPending()) {
            outside.takeIn();
        }
    }

    /** Has the models bring the enabled set up to date, where they have put that off. */
    void settle() {
        if (settling != null && !end.isReached()) {
            settling.run();
        }
    }
}

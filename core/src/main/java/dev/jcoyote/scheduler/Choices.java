package dev.jcoyote.scheduler;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.strategy.Hints;
import dev.jcoyote.strategy.Options;
import dev.jcoyote.strategy.Strategy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The enabled set, whom the strategy chooses from it, and the record of both. */
final class Choices implements Options {
    private final ThreadRegistry threads;
    private final Tally tally;
    private final EnabledSet enabled = new EnabledSet();
    private final EventLog events = new EventLog();
    private final DecisionLog decisions = new DecisionLog();

    private Observer observer = Observer.NONE;
    private @Nullable Strategy strategy;
    private @Nullable Timers timers;
    private boolean spuriousWakeups;

    /** The thread that ran last. */
    private @Nullable ControlledThread last;

    Choices(ThreadRegistry threads, Tally tally) {
        this.threads = threads;
        this.tally = tally;
    }

    void begin(Strategy chosen) {
        strategy = chosen;
        events.clear();
        decisions.clear();
    }

    /** Empties the enabled set, which keeps threads alive. */
    void clear() {
        while (enabled.size() > 0) {
            enabled.remove(enabled.get(0));
        }
        last = null;
    }

    void ranLast(ControlledThread thread) {
        last = thread;
    }

    void enable(ControlledThread thread) {
        enabled.add(thread);
        strategy().enabled(thread.operation);
        observer.pending(thread.operation);
    }

    void disable(ControlledThread thread) {
        enabled.remove(thread);
        strategy().disabled(thread.operation);
    }

    /** The operation that the thread comes to is disabled from the start. */
    void beginsDisabled(ControlledThread thread) {
        observer.blocked(thread.operation);
        strategy().disabled(thread.operation);
    }

    /** The enabled thread that goes next, by the strategy if there are several; null if it gives the execution up. */
    @Nullable
    ControlledThread next() {
        boolean isChoice = enabled.size() > 1;
        int hash = enabled.hash();
        ControlledThread next = isChoice ? decide() : enabled.get(0);
        if (next != null) {
            boolean leaves = isChoice && last != null && last != next && enabled.contains(last);
            enabled.remove(next);
            OperationKind kind =
                    timers != null && timers.isExpiry(next) ? OperationKind.TIMEOUT : next.operation.kind();
            events.add(next.operation, kind, next.pathHash);
            if (isChoice) {
                events.markChosen();
                decisions.add(hash);
            }
            if (leaves) {
                events.markLeaves(isIdle(Objects.requireNonNull(last)));
            }
            strategy().executed(next.operation);
            observer.executed(next.operation, kind);
        }
        return next;
    }

    /** Whether the thread would only go on in a loop that waits, or because its time is up. */
    private boolean isIdle(ControlledThread thread) {
        return Hints.isHint(thread.operation.kind()) || isExpiry(thread.id);
    }

    /** The operation executed last, of the thread that runs, was a read. */
    void compareFailed(ControlledThread thread) {
        strategy().compareFailed(thread.operation);
        thread.operation.becomeRead();
        events.graph().compareFailed();
        observer.compareFailed(thread.id);
    }

    /** Whether the execution goes on after the test, with daemon threads that have done so many steps since. */
    boolean followsDaemons(int steps) {
        return strategy().followsDaemons(steps);
    }

    private @Nullable ControlledThread decide() {
        int chosen = strategy().chooseThread(this);
        if (chosen == Strategy.ABANDON) {
            return null;
        }
        if (chosen < 0 || chosen >= threads.size() || !contains(chosen)) {
            throw new IllegalStateException(
                    "Strategy " + strategy().name() + " chose thread " + chosen + ", which is not enabled");
        }
        return threads.get(chosen);
    }

    /** Tells who knows which waits end by a choice. */
    void connect(Timers connected) {
        timers = connected;
    }

    /** Sets who hears what is chosen. */
    void observe(Observer hearing) {
        observer = hearing;
    }

    /** Who hears what is chosen, and what else threads do. */
    Observer observer() {
        return observer;
    }

    /** Sets what is chosen about time. */
    void set(TimeSettings settings) {
        spuriousWakeups = settings.spuriousWakeups();
    }

    /** Whether the wait that the running thread has come to ends without a reason. */
    boolean wakesUp(ControlledThread thread) {
        OperationKind kind = thread.operation.kind();
        boolean may = thread.interruptible && (kind == OperationKind.WAIT || kind == OperationKind.PARK);
        if (!spuriousWakeups || !may) {
            return false;
        }
        int hash = enabled.hash();
        boolean wakes = strategy().choosesWakeup(this);
        record(hash, wakes ? Strategy.ONE_WAKEUP_IN - 1 : 0, Strategy.ONE_WAKEUP_IN, Decision.Kind.WAKEUP);
        return wakes;
    }

    /** A value from 0 to {@code bound - 1} that the operation executed last needs. */
    int value(int bound, Decision.Kind kind) {
        int hash = enabled.hash();
        int value = strategy().chooseValue(bound, this);
        if (value < 0 || value >= bound) {
            throw new IllegalStateException("Strategy " + strategy().name() + " chose value " + value + " of " + bound);
        }
        record(hash, value, bound, kind);
        return value;
    }

    private void record(int hash, int value, int bound, Decision.Kind kind) {
        decisions.addValue(hash, events.size() - 1, value, bound, kind);
        events.graph().chosen(value);
        observer.chosen(events.thread(events.size() - 1), value, bound);
    }

    /** Whether no enabled thread is starved for ever in this execution. */
    boolean isFair() {
        return strategy().isFair();
    }

    private Strategy strategy() {
        return Objects.requireNonNull(strategy);
    }

    EventLog events() {
        return events;
    }

    DecisionLog decisions() {
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
    public boolean isExpiry(int thread) {
        return timers != null && timers.isExpiry(threads.get(thread));
    }

    @Override
    public int current() {
        return last != null && enabled.contains(last) ? last.id : NONE;
    }

    @Override
    public int step() {
        return tally.steps;
    }

    @Override
    public String path(int thread) {
        return threads.get(thread).path();
    }

    @Override
    public int hash() {
        return enabled.hash();
    }
}

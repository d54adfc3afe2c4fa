package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.Control;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The right to run, which one controlled thread has at a time: handed from thread to thread, and taken from those that
 * do not come back.
 */
public final class Baton {
    private final ThreadRegistry threads;
    private final Tally tally;
    private final Unwinder unwinder;
    private final EndOfExecution end;
    private final OutsideEvents outside;
    private @Nullable Engine engine;
    private @Nullable ControlledThread holder;

    Baton(ThreadRegistry threads, WaitGraph waitGraph, Tally tally, EndOfExecution end, OutsideEvents outside) {
        this.threads = threads;
        this.tally = tally;
        this.unwinder = new Unwinder(threads, waitGraph);
        this.end = end;
        this.outside = outside;
    }

    void begin(Engine newEngine, ControlledThread first) {
        engine = newEngine;
        unwinder.begin(newEngine);
        holder = first;
    }

    void clear() {
        holder = null;
    }

    /** The thread that has it. */
    ControlledThread holder() {
        return Objects.requireNonNull(holder);
    }

    @Nullable
    Engine engineIfBegun() {
        return engine;
    }

    Engine engine() {
        return Objects.requireNonNull(engine);
    }

    /**
     * Gives it to that thread, or to one that is to unwind if it is null, or to nobody while all wait for the world
     * outside; the caller waits for its own turn or ends.
     */
    void handOver(@Nullable ControlledThread chosen) {
        boolean isOver = end.isReached();
        ControlledThread next = chosen != null || !isOver ? chosen : unwinder.next();
        Control.running = null;
        if (next != null) {
            engine().resume(next);
        } else if (isOver && !unwinder.awaitsReturn()) {
            end.announce();
        } else {
            outside.becomeIdle();
        }
    }

    /** Waits until the caller, which is that thread, is given it; an engine that cannot wait ends the execution. */
    void await(ControlledThread me) {
        if (!engine().suspend(me) && !end.isReached()) {
            end.reach(Ending.UNFIT);
        }
    }

    /** The thread has it (again), and runs from here on; unwinds the thread if the execution is over. */
    void taken(ControlledThread me) {
        if (holder != me) {
            tally.switches++;
        }
        holder = me;
        me.gateMonitor = null;
        Control.lock = engine().lockOf(me);
        Control.running = me.thread;
        if (end.isReached()) {
            throw abandon(me);
        }
    }

    /** A scheduling point of a thread that unwinds: let pass, but not for ever. */
    void passPoint(ControlledThread me) {
        if (unwinder.isTooPatient()) {
            throw abandon(me);
        }
    }

    /** What is thrown in a thread that must unwind. */
    Error abandon(ControlledThread me) {
        if (unwinder.givesUp(me)) {
            handOver(null);
            while (true) {
                await(me);
            }
        }
        return new ExecutionAbandoned();
    }

    // ---- what the thread calls that watches over the execution ----

    /** Takes it from a stuck thread, and has the others unwind; returns whether the carrier is lost with that thread. */
    public boolean takeFromStuck(boolean timedOut) {
        ControlledThread stuck = holder();
        if (timedOut) {
            end.reachTimeout(stuck);
        }
        stuck.leaked = true;
        boolean carrierLost = engine().loseCarrier(stuck);
        handOver(null);
        return carrierLost;
    }

    /** Takes it from where it is kept; returns whether the carrier is lost with the threads that do not come back. */
    boolean giveUp(List<ControlledThread> lost) {
        boolean carrierLost = false;
        for (ControlledThread thread : lost) {
            thread.leaked = true;
            carrierLost |= engine().loseCarrier(thread);
        }
        handOver(null);
        return carrierLost;
    }

    /** Whether the execution is over, but its main thread, which is that one, does not end. */
    public boolean isLeftBehind(Thread mainThread) {
        // Asked first: who announces the end has written the rest before.
        boolean announced = end.isAnnounced();
        ControlledThread main = threads.main();
        return announced && main != null && main.thread == mainThread && !main.isDone();
    }

    /** The main thread is left behind; returns whether the carrier is lost with it. */
    public boolean loseCarrier() {
        return engine().loseCarrier(threads.get(0));
    }
}

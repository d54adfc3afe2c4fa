package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.Control;
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
    private @Nullable Engine engine;
    private @Nullable ControlledThread holder;

    Baton(ThreadRegistry threads, WaitGraph waitGraph, Tally tally, EndOfExecution end) {
        this.threads = threads;
        this.tally = tally;
        this.unwinder = new Unwinder(threads, waitGraph);
        this.end = end;
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

    Engine engine() {
        return Objects.requireNonNull(engine);
    }

    /** Gives it to that thread, or to one that is to unwind if it is null; the caller waits for its own turn or ends. */
    void handOver(@Nullable ControlledThread chosen) {
        ControlledThread next = chosen != null ? chosen : unwinder.next();
        Control.running = null;
        if (next == null) {
            end.announce();
        } else {
            engine().resume(next);
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

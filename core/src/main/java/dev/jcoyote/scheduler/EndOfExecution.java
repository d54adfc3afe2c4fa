package dev.jcoyote.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Decides what the end of an execution means, and tells the exploring thread when all its threads are gone. */
public final class EndOfExecution {
    /** How long, in real time, a deadlock is not believed while threads outside control might still end it. */
    static final long GRACE_MILLIS = 200;

    /** How many times as long it is not believed while a process is under way. */
    static final int GRACES_FOR_PROCESS = 150;

    /** The JDK's thread that waits for the end of a process: it has the process's number in its name then. */
    private static final String PROCESS_WATCHER = "process reaper";

    /** Stack frames of waits that an interrupt ends. */
    private static final String INTERRUPTIBLE = "Interruptibl";

    private final ThreadRegistry threads;
    private final WaitGraph waitGraph;
    private final Tally tally;

    /** Set by who holds the baton; the first end counts. */
    private @Nullable Outcome outcome;

    /** What the execution has done against a specification, if it ends for that. */
    private @Nullable Violation violation;

    private volatile boolean announced;
    private @Nullable Engine engine;
    private @Nullable Thread explorer;

    EndOfExecution(ThreadRegistry threads, WaitGraph waitGraph, Tally tally) {
        this.threads = threads;
        this.waitGraph = waitGraph;
        this.tally = tally;
    }

    /** Sets the thread that watches over the executions and has no part in them. */
    public void watchedBy(Thread watching) {
        explorer = watching;
    }

    void begin(Engine newEngine) {
        engine = newEngine;
        outcome = null;
        violation = null;
        announced = false;
    }

    /** Whether the execution is over; its threads may still unwind. */
    public boolean isReached() {
        return outcome != null;
    }

    /** Whether the execution is over, and its threads have ended or are left behind. */
    public boolean isAnnounced() {
        return announced;
    }

    void announce() {
        announced = true;
        engine().end();
        if (!threads.isRootDone()) {
            LockSupport.unpark(explorer);
        }
    }

    private Engine engine() {
        return Objects.requireNonNull(engine);
    }

    /** How the execution ended. */
    public Outcome outcome() {
        if (outcome == null) {
            throw new IllegalStateException("The execution has not ended");
        }
        return outcome;
    }

    /** Whether nothing can go on, which would be a deadlock, but threads exist that are not under control. */
    boolean mayBeEndedFromOutside() {
        return isDeadlock(true) && (areThreadsOutside() || isAlive(PROCESS_WATCHER));
    }

    /** Whether the JDK waits for the end of a process, of which it will tell. */
    boolean isProcessUnderWay() {
        return isAlive(PROCESS_WATCHER + " (pid");
    }

    private static boolean isAlive(String threadName) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group != null && group.getParent() != null) {
            group = group.getParent();
        }
        if (group == null) {
            return false;
        }
        Thread[] live = new Thread[group.activeCount() + 16];
        int count = group.enumerate(live);
        for (int i = 0; i < count; i++) {
            if (live[i].getName().startsWith(threadName)) {
                return true;
            }
        }
        return false;
    }

    private boolean areThreadsOutside() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        if (group == null) {
            return true;
        }
        while (group.getParent() != null && group.getParent().getParent() != null) {
            group = group.getParent();
        }
        Thread[] live = new Thread[group.activeCount() + 16];
        int count = group.enumerate(live);
        for (int i = 0; i < count; i++) {
            if (live[i] != explorer && threads.find(live[i]) == null && !isKnownNotToAct(live[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKnownNotToAct(Thread thread) {
        String name = thread.getName();
        return thread instanceof ToolThread
                || name.equals("DestroyJavaVM")
                || name.equals("Common-Cleaner")
                || name.startsWith("surefire-forkedjvm-");
    }

    // ---- the ways to end ----

    /** Nothing that counts can go on: all is well, or threads are stuck, or something that must happen is still open. */
    void reach(boolean nothingEnabled, @Nullable Violation open) {
        boolean deadlock = isDeadlock(nothingEnabled);
        if (!deadlock && open != null) {
            reach(Ending.LIVENESS, open);
            return;
        }
        set(deadlock ? Ending.DEADLOCK : Ending.COMPLETED, null, null, 0, nothingEnabled);
    }

    private boolean isDeadlock(boolean nothingEnabled) {
        boolean deadlock = nothingEnabled && !threads.isRootDone();
        for (int i = 0; i < threads.size() && !deadlock; i++) {
            deadlock = isStuck(threads.get(i), nothingEnabled);
        }
        return deadlock;
    }

    void reach(Ending ending) {
        set(ending, null, null, 0, false);
    }

    void reach(Ending ending, @Nullable Violation found) {
        violation = found;
        set(ending, null, null, 0, false);
    }

    void reach(Throwable error, ControlledThread thread) {
        if (outcome == null) {
            set(Ending.EXCEPTION, error, thread, 0, false);
        }
    }

    void reachExit(int status, ControlledThread thread) {
        if (outcome == null) {
            set(Ending.EXIT, null, thread, status, false);
        }
    }

    void reachTimeout(ControlledThread thread) {
        set(Ending.TIMEOUT, null, thread, 0, false);
    }

    void reachInternalError(RuntimeException error) {
        if (outcome == null) {
            set(Ending.INTERNAL_ERROR, error, null, 0, false);
        }
    }

    /** The thread has just been blocked: ends the execution if it waits, over others, for itself. */
    void checkCycle(ControlledThread blocked) {
        ControlledThread holder = waitGraph.holderOf(blocked);
        for (int hops = 0; holder != null && holder != blocked && hops <= threads.size(); hops++) {
            if (!holder.blocked || holder.isTimed()) {
                return;
            }
            holder = waitGraph.holderOf(holder);
        }
        if (holder == blocked && !anInterruptMayEnd(blocked)) {
            set(Ending.DEADLOCK, null, null, 0, false);
        }
    }

    private boolean anInterruptMayEnd(ControlledThread inCycle) {
        ControlledThread thread = inCycle;
        do {
            if (thread.interruptible
                    && Arrays.stream(engine().stackOf(thread))
                            .anyMatch(frame -> frame.getMethodName().contains(INTERRUPTIBLE))) {
                return true;
            }
            thread = waitGraph.holderOf(thread);
        } while (thread != null && thread != inCycle);
        return false;
    }

    /** Whether the thread waits for something that no one can give. */
    private boolean isStuck(ControlledThread thread, boolean nothingEnabled) {
        if (!thread.blocked || thread.isTimed()) {
            return false;
        }
        ControlledThread holder = waitGraph.holderOf(thread);
        for (int hops = 0; holder != null && hops <= threads.size(); hops++) {
            if (holder.done) {
                return thread.waitsFor != holder.thread;
            }
            if (!holder.blocked || holder.isTimed()) {
                return false;
            }
            ControlledThread next = waitGraph.holderOf(holder);
            if (next == null) {
                // The holder waits for a signal: nobody is left to give it if nothing is enabled.
                return nothingEnabled && !(thread.daemon && thread.waitsFor == holder.thread);
            }
            holder = next;
        }
        return holder != null;
    }

    private void set(
            Ending ending,
            @Nullable Throwable error,
            @Nullable ControlledThread thread,
            int exitStatus,
            boolean nothingEnabled) {
        List<ThreadSnapshot> snapshots = new ArrayList<>();
        boolean completed = ending == Ending.COMPLETED;
        for (int i = 0; i < threads.size(); i++) {
            ControlledThread t = threads.get(i);
            if (!t.done && (t != thread || ending == Ending.TIMEOUT)) {
                boolean stuck = ending == Ending.DEADLOCK
                        && (isStuck(t, nothingEnabled) || (nothingEnabled && t.blocked && !t.daemon));
                // Those that are left over are told of: what they wait for shows in their stacks.
                boolean withStack = !completed || (t.blocked && !t.daemon);
                snapshots.add(snapshot(t, stuck, withStack, ending == Ending.TIMEOUT && t == thread));
            }
        }
        if (ending == Ending.TIMEOUT) {
            snapshots.addAll(OtherThreads.snapshots(threads, explorer));
        }
        String label = thread == null ? null : thread.label();
        outcome = new Outcome(
                ending,
                error,
                label,
                exitStatus,
                snapshots,
                tally.steps,
                tally.switches,
                tally.timedWaits,
                tally.expiredWaits,
                violation);
    }

    private ThreadSnapshot snapshot(ControlledThread thread, boolean stuck, boolean withStack, boolean running) {
        List<StackTraceElement> stack = withStack ? ProgramStack.of(engine().stackOf(thread)) : List.of();
        Wait wait = null;
        String state;
        if (thread.blocked) {
            wait = waitGraph.waitOf(thread, stack);
            state = wait.text();
        } else if (thread.isAway) {
            state = "waits for the world outside, " + JvmState.of(thread.thread());
        } else if (running) {
            state = "runs without a scheduling point, " + JvmState.of(thread.thread());
        } else {
            state = "can go on";
        }
        return new ThreadSnapshot(
                thread.path(), thread.label(), state, wait, thread.daemon, thread.blocked, stuck, stack);
    }
}

package dev.jcoyote.control;

import dev.jcoyote.bridge.ClassInitialization;
import dev.jcoyote.bridge.Controller;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.strategy.SeededRandom;
import dev.jcoyote.sync.Holders;
import dev.jcoyote.sync.SynchronizerQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import org.jspecify.annotations.Nullable;

/**
 * Answers the hooks of a debugger's evaluation on a stopped thread: the execution stays as it is, nothing waits, and
 * what the evaluation does to other threads counts as done from outside.
 */
class EvaluationController extends ProgramController {
    /** How often evaluations may give way before that counts as a loop for something that cannot come. */
    private static final int MOST_PAUSES = 10_000;

    private final Scheduler scheduler;
    private final Holders holders;
    private final ReceiverKinds receivers = new ReceiverKinds();
    private final SeededRandom random = new SeededRandom();
    private final AtomicLong seedSource = new AtomicLong();
    private int pauses;

    EvaluationController(Controller program, Scheduler scheduler, Holders holders) {
        super(program);
        this.scheduler = scheduler;
        this.holders = holders;
    }

    // ---- what needs nothing but the operation itself ----

    /** The JVM gives the object one, and the numbers of the others stay what they are without the debugger. */
    @Override
    public void hashing(Object object) {}

    @Override
    public void point(@Nullable Object resource, int site) {}

    @Override
    public void arrayPoint(@Nullable Object array, int index, int site) {}

    @Override
    public void compareFailed() {}

    @Override
    public void plain(@Nullable Object object, int slot, int site) {}

    @Override
    public void touched(@Nullable Object object, int slot, int site) {}

    @Override
    public void bystands(boolean enters) {}

    @Override
    public void created(Object object) {}

    @Override
    public void external(int site) {}

    @Override
    public void monitorExit(Object monitor) {}

    @Override
    public boolean starting(Thread thread) {
        return false;
    }

    /** Returns, which makes the JVM end as it was asked to. */
    @Override
    public void exit(int status) {}

    @Override
    public void sleep(long nanos, int site) {}

    // ---- what may have to wait ----

    @Override
    public void callPoint(@Nullable Object receiver, int site) {
        if (receiver != null && receivers.of(receiver) == ReceiverKinds.Kind.SYNCHRONIZED) {
            awaitFree(receiver);
        }
    }

    @Override
    public void monitorEnter(Object monitor, int site) {
        awaitFree(monitor);
    }

    @Override
    public void monitorEnterInJdk(Object monitor, int site) {
        awaitFree(monitor);
    }

    @Override
    public boolean beginWait() {
        return false;
    }

    @Override
    public void awaitNested(Object monitor, boolean certain) {}

    @Override
    public void awaitFree(Object monitor) {
        ControlledThread owner = holders.ownerOfMonitor(monitor);
        if (owner != null && owner != scheduler.running()) {
            throw new EvaluationCannotWait("The monitor of " + simpleName(monitor) + " is held by " + owner.label());
        }
    }

    @Override
    public boolean beginInitialization(ClassInitialization initialization, int site) {
        awaitFree(initialization);
        if (initialization.state() == ClassInitialization.State.FAILED) {
            throw initialization.notInitialized();
        }
        if (initialization.state() != ClassInitialization.State.UNTOUCHED) {
            return false;
        }
        initialization.begin();
        return true;
    }

    @Override
    public void endInitialization(ClassInitialization initialization) {
        initialization.end();
    }

    @Override
    public boolean failedInitialization(ClassInitialization initialization, Throwable error) {
        initialization.fail(error);
        return !(error instanceof EvaluationCannotWait);
    }

    @Override
    public void await(Object monitor, long nanos, int site) {
        throw new EvaluationCannotWait("Nobody notifies " + simpleName(monitor));
    }

    @Override
    public void park(@Nullable Object blocker, long time, int mode) {
        ControlledThread owner = holders.ownerOfLock(blocker);
        SynchronizerQueue.leave(blocker, scheduler.running().thread());
        String what = blocker == null ? "What would end the wait" : lockName(blocker);
        throw new EvaluationCannotWait(
                owner == null ? what + " comes from another thread" : what + " is held by " + owner.label());
    }

    @Override
    public boolean join(Thread thread, long nanos, int site) {
        ControlledThread target = scheduler.threads().find(thread);
        if (target != null && !target.isDone()) {
            throw new EvaluationCannotWait(target.label() + " has not ended");
        }
        return target != null;
    }

    @Override
    public void pause(int site) {
        pauseInJdk(site);
    }

    @Override
    public void pauseInJdk(int site) {
        if (++pauses > MOST_PAUSES) {
            pauses = 0;
            throw new EvaluationCannotWait("What the evaluation spins for comes from another thread");
        }
    }

    // ---- what it does to other threads ----

    @Override
    public void signal(Object monitor, boolean all, int site) {
        program.signalFromOutside(monitor, all);
    }

    @Override
    public boolean unpark(Thread thread) {
        return program.unparkFromOutside(thread);
    }

    @Override
    public boolean interrupt(Thread thread) {
        return program.interruptFromOutside(thread);
    }

    // ---- what it reads ----

    @Override
    public boolean holdsMonitor(Object monitor) {
        return program.holdsMonitor(monitor);
    }

    @Override
    public int interrupted(Thread thread, boolean clear) {
        return program.interrupted(thread, false);
    }

    @Override
    public Thread.@Nullable State state(Thread thread) {
        return program.state(thread);
    }

    @Override
    public StackTraceElement @Nullable [] stackTrace(Thread thread) {
        return program.stackTrace(thread);
    }

    @Override
    public long threadId(Thread thread) {
        // A thread that has not been started would be given a number by the question.
        return scheduler.threads().find(thread) == null ? -1 : program.threadId(thread);
    }

    @Override
    public long nanoTime() {
        return scheduler.clock().now();
    }

    @Override
    public long epochNanos() {
        return scheduler.clock().epochNanos();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextLong();
        }
    }

    @Override
    public AtomicLong seedSource() {
        return seedSource;
    }

    /** The synchronizers of the JDK's locks are nested in them. */
    private static String lockName(Object blocker) {
        String name = simpleName(blocker);
        int end = blocker instanceof AbstractOwnableSynchronizer ? name.indexOf('.') : -1;
        return end < 0 ? name : name.substring(0, end);
    }

    private static String simpleName(Object object) {
        String name = object.getClass().getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}

package dev.jcoyote.bridge;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Who answers the hooks while an execution is under way. Unless said otherwise a method is called on the running
 * controlled thread, with {@link Control#masked} set, and may return only when that thread has been chosen to go on.
 *
 * <p>Any method may throw the error with which an abandoned thread is unwound.
 */
public interface Controller {
    /** The {@code time} of {@link #park} is a number of nanoseconds from now. */
    int PARK_NANOS = 1;

    /** The {@code time} of {@link #park} is a point in time, in milliseconds since 1970. */
    int PARK_UNTIL = 2;

    /** The {@code time} of {@link #park} does not count: the wait has no limit. */
    int PARK_UNTIMED = 0;

    /** A visible operation that cannot block comes next; the resource is null for a static field. */
    void point(@Nullable Object resource, int site);

    /** The access of an array element comes next. */
    void arrayPoint(@Nullable Object array, int index, int site);

    /** The compare-and-set that the last scheduling point announced has failed: it was a read. */
    void compareFailed();

    /** A call of a {@code java.util} interface comes next: a point if the receiver is a concurrent class. */
    void callPoint(@Nullable Object receiver, int site);

    /**
     * The access of a plain field or array element comes next, which is heard and is no point; the object is null for a
     * static field. Never blocks, never throws.
     *
     * @param slot the field or element, as in {@link Sites#slot}; an element is its index + 1
     */
    void plain(@Nullable Object object, int slot, int site);

    /** JDK code comes to an access that orders memory. No point. Otherwise like {@link #plain}. */
    void touched(@Nullable Object object, int slot, int site);

    /** A library that only observes the program is about to synchronise, or has done so. Never blocks, never throws. */
    void bystands(boolean enters);

    /** The program has created an object. Never blocks, never throws. */
    void created(Object object);

    /** The entry of a monitor comes next; returns when it is free for the caller, who owns it from then on. */
    void monitorEnter(Object monitor, int site);

    /** Like {@link #monitorEnter}, but in JDK code, where it is no scheduling point of its own. */
    void monitorEnterInJdk(Object monitor, int site);

    /**
     * A monitor is about to be entered by a synchronized collection: a scheduling point if the thread is inside one
     * already.
     *
     * @param certain whether it is; if not, that depends on the object's class
     */
    void awaitNested(Object monitor, boolean certain);

    /** A monitor is left: its exit in the JVM comes next, or has just been. Never blocks, never throws. */
    void monitorExit(Object monitor);

    /** A thread outside control is about to enter the monitor in the JVM. Called by that thread; never blocks long. */
    void monitorEnteredOutside(Object monitor);

    /** Whether the caller owns the monitor, as far as hooks have told. Never blocks, never throws. */
    boolean holdsMonitor(Object monitor);

    /** A call that may enter the monitor comes next: returns when it is free, without taking it. */
    void awaitFree(Object monitor);

    /**
     * {@code Object.wait}.
     *
     * @param nanos the time-out; 0 for none
     */
    void await(Object monitor, long nanos, int site) throws InterruptedException;

    /** {@code Object.notify} and {@code notifyAll}, by the owner of the monitor. */
    void signal(Object monitor, boolean all, int site);

    /** {@code LockSupport.park} and its kind; {@code mode} is one of the constants above. */
    void park(@Nullable Object blocker, long time, int mode);

    /** {@code LockSupport.unpark}; returns false if that thread is not under control. */
    boolean unpark(Thread thread);

    /** A thread outside control calls {@code unpark}; returns false if that thread is not under control. */
    boolean unparkFromOutside(Thread thread);

    /** A thread outside control calls {@code interrupt}; returns false if that thread is not under control. */
    boolean interruptFromOutside(Thread thread);

    /** A thread outside control, owning the monitor, calls {@code notify} or {@code notifyAll}. */
    void signalFromOutside(Object monitor, boolean all);

    /** The running thread is about to start another one; returns whether that is done, else the JVM shall start it. */
    boolean starting(Thread thread);

    /** A thread that was started under control enters its body: called on that thread, which does not run yet. */
    void begun(Thread thread);

    /** The running thread has left its body. Hands over and returns; the caller is under control no longer. */
    void exiting(Thread thread);

    /** An exception leaves a controlled thread's body; returns true if nobody else need hear of it. */
    boolean uncaught(Thread thread, Throwable exception);

    /**
     * {@code Thread.join}; returns false if that thread is not under control.
     *
     * @param nanos the time-out; 0 for none
     */
    boolean join(Thread thread, long nanos, int site) throws InterruptedException;

    /** {@code Thread.getStackTrace} of another thread; null if that thread is not under control. */
    StackTraceElement @Nullable [] stackTrace(Thread thread);

    /** The live threads, from those that the JVM knows. */
    Thread[] liveThreads(Thread[] known);

    /** {@code Thread.getState}; null if that thread is not under control. */
    Thread.@Nullable State state(Thread thread);

    /** {@code Thread.threadId}: a number that is the same in every run. */
    long threadId(Thread thread);

    /** {@code Thread.interrupt}; returns false if that thread is not under control. */
    boolean interrupt(Thread thread);

    /** The interrupt flag, which is cleared if so asked: 1 or 0, or -1 if that thread is not under control. */
    int interrupted(Thread thread, boolean clear);

    /** {@code Thread.sleep}. */
    void sleep(long nanos, int site) throws InterruptedException;

    /** {@code Thread.yield} and {@code onSpinWait}, by the kind of the site. */
    void pause(int site);

    /** {@code Thread.onSpinWait} in JDK code, which bounds most of its spinning itself. */
    void pauseInJdk(int site);

    /** The virtual {@code System.nanoTime}. */
    long nanoTime();

    /** The virtual time since 1970 in nanoseconds. */
    long epochNanos();

    /** The common pool of this execution. */
    ForkJoinPool commonPool();

    /** The timer of CompletableFuture in this execution, on JDKs where it has one of its own. */
    ScheduledExecutorService delayer();

    /** From here on no other thread is chosen unless this one blocks. Nests. */
    void enterAtomic();

    /** Ends what {@link #enterAtomic} began. Never blocks, never throws. */
    void leaveAtomic();

    /** {@code System.exit}, {@code Runtime.exit} and {@code halt}: ends the execution instead. */
    void exit(int status);

    /** Random bytes of this execution, in place of a secure generator's. */
    void nextBytes(byte[] bytes);

    /** A number for the name of a temporary file, from a sequence of its own. */
    long temporaryName();

    /** The seed of this execution for generators that are created without one. */
    AtomicLong seedSource();

    /**
     * A class is needed: waits while another thread initialises it, and returns whether the caller shall run its
     * initialiser.
     *
     * @throws NoClassDefFoundError if the initialiser has failed in this execution
     */
    boolean beginInitialization(ClassInitialization initialization, int site);

    /** The initialiser has run. */
    void endInitialization(ClassInitialization initialization);

    /** The initialiser has failed; returns whether that is the program's own doing, and no end of the execution. */
    boolean failedInitialization(ClassInitialization initialization, Throwable error);

    /** An object without an identity hash code is about to be asked for it. Never blocks, never throws. */
    void hashing(Object object);

    /** A call that leaves control comes next. */
    void external(int site);

    /**
     * A native call comes next that may wait for the world outside. Returns whether the caller is under control no longer,
     * and outside the tool.
     */
    boolean beginWait();

    /** That call is over; returns when the caller is under control again, if it was before. */
    void endWait();
}

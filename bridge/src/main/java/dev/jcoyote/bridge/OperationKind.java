package dev.jcoyote.bridge;

/** What a visible operation of a controlled thread does. */
public enum OperationKind {
    /** The first step of a thread. */
    BEGIN("begins"),
    /** The start of another thread. */
    START("starts"),
    /** The wait for another thread's end. */
    JOIN("has joined"),
    /** {@code Thread.sleep} and the like: enabled when the virtual clock may jump to its deadline. */
    SLEEP("wakes from sleep"),
    /** {@code Thread.yield}. */
    YIELD("yields"),
    /** {@code Thread.onSpinWait}, and loops that do nothing but read the clock. */
    SPIN("spins"),
    /** {@code Thread.interrupt}. */
    INTERRUPT("interrupts"),
    /** A look at another thread's state or interrupt flag. */
    THREAD_STATE("looks at thread"),
    /** The entry of a {@code synchronized} block or method. */
    MONITOR_ENTER("enters monitor of"),
    /** The return of {@code Object.wait}: the monitor is taken again. */
    MONITOR_REENTER("takes back monitor of"),
    /** {@code Object.wait}. */
    WAIT("waits on"),
    /** {@code Object.notify}. */
    NOTIFY("notifies one of"),
    /** {@code Object.notifyAll}. */
    NOTIFY_ALL("notifies all of"),
    /** {@code LockSupport.park}, from whichever class calls it. */
    PARK("goes on in"),
    /** {@code LockSupport.unpark}, called by the program itself. */
    UNPARK("unparks"),
    /** A call of a concurrent class, such as {@code ConcurrentHashMap.put} or {@code VarHandle.compareAndSet}. */
    CALL("calls"),
    /** The read of a volatile field. */
    READ("reads"),
    /** The write of a volatile field. */
    WRITE("writes"),
    /** The read of a plain field or array element. */
    PLAIN_READ("reads"),
    /** The write of a plain field or array element. */
    PLAIN_WRITE("writes"),
    /** A call that leaves control: real input or output, a process, native code. */
    EXTERNAL("calls out to"),
    /** The end of a wait whose time is up, as a choice of its own. */
    TIMEOUT("stops waiting, its time up, at"),
    /** A position in code that is no operation of its own, such as the line of a JDK class that parks. */
    CODE("at");

    private static final OperationKind[] KINDS = values();

    private final String verb;

    private final int stableHash;

    OperationKind(String verb) {
        this.verb = verb;
        this.stableHash = name().hashCode();
    }

    /** A hash that is the same in every run and every version: recorded schedules hold it. */
    public int stableHash() {
        return stableHash;
    }

    /** The verb that a person reads, as in "Thread-1 <i>enters monitor of</i> Account#1". */
    public String verb() {
        return verb;
    }

    /** Returns the kind with the given ordinal, without allocating. */
    public static OperationKind of(int ordinal) {
        return KINDS[ordinal];
    }
}

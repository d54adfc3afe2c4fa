package dev.jcoyote.agent;

/** The names of the bridge's hooks that instrumented code calls; {@link HookTable} finds owners and descriptors. */
enum Hook {
    POINT("point"),
    STATIC_POINT("staticPoint"),
    ARRAY_POINT("arrayPoint"),
    CALL_POINT("callPoint"),
    EXTERNAL("external"),
    MONITOR_ENTER("monitorEnter"),
    MONITOR_ENTER_IN_JDK("monitorEnterInJdk"),
    MONITOR_EXIT("monitorExit"),
    AWAIT_FREE("awaitFree"),
    AWAIT("await"),
    AWAIT_MILLIS("awaitMillis"),
    AWAIT_NANOS("awaitNanos"),
    SIGNAL("signal"),
    SIGNAL_ALL("signalAll"),
    PARK("park"),
    UNPARK("unpark"),
    UNSAFE_PARK("unsafePark"),
    UNSAFE_UNPARK("unsafeUnpark"),
    STARTING("starting"),
    BEGUN("begun"),
    EXITING("exiting"),
    UNCAUGHT("uncaught"),
    JOIN("join"),
    JOIN_MILLIS("joinMillis"),
    JOIN_NANOS("joinNanos"),
    JOINED("joined"),
    JOINED_MILLIS("joinedMillis"),
    JOINED_DURATION("joinedDuration"),
    ALIVE("alive"),
    STATE("state"),
    INTERRUPT("interrupt"),
    IS_INTERRUPTED("isInterrupted"),
    CLEAR_INTERRUPT("clearInterrupt"),
    SLEEP("sleep"),
    SLEEP_NANOS("sleepNanos"),
    SLEEP_DURATION("sleepDuration"),
    SLEEP_UNIT("sleepUnit"),
    SLEPT("slept"),
    SLEPT_MILLIS("sleptMillis"),
    SLEPT_NANOS("sleptNanos"),
    SLEPT_DURATION("sleptDuration"),
    YIELD("yield"),
    ON_SPIN_WAIT("onSpinWait"),
    PAUSE_IN_JDK("pauseInJdk"),
    NANO_TIME("nanoTime"),
    CURRENT_TIME_MILLIS("currentTimeMillis"),
    NANO_TIME_ADJUSTMENT("nanoTimeAdjustment"),
    COMMON_POOL("commonPool"),
    COMMON_PARALLELISM("commonParallelism"),
    DELAYER("delayer"),
    CONTINUATIONS_SUPPORTED("continuationsSupported"),
    NEXT_BYTES("nextBytes"),
    SEED_SOURCE("seedSource"),
    THREAD_ID("threadId"),
    ENTER_ATOMIC("enterAtomic"),
    LEAVE_ATOMIC("leaveAtomic"),
    EXIT("exit");

    /** The name of the static method. */
    final String method;

    Hook(String method) {
        this.method = method;
    }
}

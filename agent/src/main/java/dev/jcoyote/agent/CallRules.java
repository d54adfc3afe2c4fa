package dev.jcoyote.agent;

import org.jspecify.annotations.Nullable;

/** The rules for one kind of class, asked in order. */
final class CallRules {
    private final CallRule[] rules;
    private final boolean points;

    private CallRules(boolean points, CallRule... rules) {
        this.points = points;
        this.rules = rules;
    }

    /** The rules for the program's classes. */
    static CallRules forApplication() {
        return applicationRules(true);
    }

    /** The rules for logging, metrics and assertions: what blocks is controlled, but there is no scheduling point. */
    static CallRules forBystanders() {
        return applicationRules(false);
    }

    /** The rules for classes of the JDK that block. */
    static CallRules forJdk() {
        return new CallRules(
                false,
                new MonitorCalls(),
                new JdkPauseCalls(),
                new UnsafeCalls(),
                new ThreadCalls(),
                new TimeCalls(),
                new TemporaryNameCalls(),
                new SynchronizedCalls(),
                new HashCalls());
    }

    /** The rules for classes of the JDK that ask objects for their hash codes. */
    static CallRules forJdkHashes() {
        return new CallRules(false, new HashCalls());
    }

    /** The rules for collections of the JDK that take other collections: they never wait. */
    static CallRules forJdkCollections() {
        return new CallRules(false, new NestedCalls(), new HashCalls());
    }

    /** The rules for accesses inside the JDK that order memory. */
    static CallRules forOrdered() {
        return new CallRules(
                true, new VarHandleCalls(), new FieldUpdaterCalls(), new AtomicCalls(), new UnsafeAccessCalls());
    }

    /** The rules for {@code Random}. */
    static CallRules forRandom() {
        return new CallRules(false, new MonitorCalls(), new SeedTimeCalls(), new SynchronizedCalls());
    }

    /** The rules for classes of the JDK that only read the clock, or name temporary files. */
    static CallRules forJdkValues() {
        return new CallRules(false, new TimeCalls(), new TemporaryNameCalls());
    }

    private static CallRules applicationRules(boolean points) {
        return new CallRules(
                points,
                new MonitorCalls(),
                new ThreadCalls(),
                new TimeCalls(),
                new LockSupportCalls(),
                new VarHandleCalls(),
                new FenceCalls(),
                new UnsafeAccessCalls(),
                new FieldUpdaterCalls(),
                new ConcurrentCalls(),
                new CollectionCalls(),
                new PlainCalls(),
                new ChoiceCalls(),
                new ExternalCalls(),
                new SynchronizedCalls(),
                new HashCalls());
    }

    /** Whether calls become scheduling points. */
    boolean givePoints() {
        return points;
    }

    /** What becomes of the call; null if it stays as it is. */
    @Nullable
    CallAction actionFor(Call call) {
        for (int i = 0; i < rules.length; i++) {
            CallAction action = rules[i].actionFor(call);
            if (action != null) {
                return points || !action.isPoint() ? action : null;
            }
        }
        return null;
    }
}

package dev.jcoyote.schedule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The recorded decisions of one execution, with the settings that they depend on. Immutable.
 *
 * <p>Equal executions give equal schedules: no time, path, engine or process number is part of one.
 */
public final class Schedule {
    /** Header key: the test, as {@code fully.qualified.Class.method}. */
    public static final String TEST = "test";
    /** Header key: the seed of the exploration. */
    public static final String SEED = "seed";
    /** Header key: the strategy's name. */
    public static final String STRATEGY = "strategy";
    /** Header key: what the strategy had learned; absent if nothing. */
    public static final String LEARNED = "learned";
    /** Header key: the number of the execution in the exploration, from 1. */
    public static final String EXECUTION = "execution";
    /** Header key: the feature release of the JDK, such as 17. */
    public static final String JDK = "jdk";
    /** Header key: the limit on scheduling points. */
    public static final String MAX_STEPS = "max-steps";
    /** Header key: which accesses are scheduling points: {@code volatile} or {@code all}. */
    public static final String ACCESSES = "accesses";
    /** Header key: {@code true} if the JDK had scheduling points inside; absent if not. */
    public static final String DEEP = "deep";
    /** Header key: what kept the execution from seeing static state of others; absent for the usual. */
    public static final String ISOLATION = "isolation";
    /** Header key: the first instant of the execution; absent for the usual one. */
    public static final String START_TIME = "start-time";
    /** Header key: {@code explore} if the end of timed waits is chosen; absent if it comes when nothing else can. */
    public static final String TIMEOUTS = "timeouts";
    /** Header key: {@code explore} if waits may end without a reason; absent if not. */
    public static final String SPURIOUS_WAKEUPS = "spurious-wakeups";
    /** Header key: for how many scheduling points something may be open; absent for half of the limit. */
    public static final String LIVENESS_BOUND = "liveness-bound";
    /** Header key: {@code true} if the execution is fair, where its failure depends on that; absent else. */
    public static final String FAIR = "fair";

    /** Header key: {@value #FOLLOWED} if the execution goes on with daemon threads after the end of the test. */
    public static final String DAEMONS = "daemons";

    /** The value of {@link #DAEMONS}. */
    public static final String FOLLOWED = "followed";
    /** Header key: the packages that got scheduling points on demand; absent if none. */
    public static final String INCLUDE = "include";
    /** Header key: the packages that got none on demand; absent if none. */
    public static final String EXCLUDE = "exclude";
    /** Header key: what became of data races; absent for the usual. */
    public static final String RACES = "races";
    /** Header key: the locations that had scheduling points because they race; absent if none. */
    public static final String PROMOTED = "promoted";
    /** Header key: what the execution failed with, in one line; absent if it did not. */
    public static final String FAILURE = "failure";

    private final Map<String, String> header;
    private final List<Decision> decisions;

    /** Creates a schedule; the header keeps its order. */
    public Schedule(Map<String, String> header, List<Decision> decisions) {
        this.header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
        this.decisions = List.copyOf(decisions);
    }

    /** The settings, in file order. Unknown keys of newer writers are kept. */
    public Map<String, String> header() {
        return header;
    }

    /** One setting, or null if the file does not have it. */
    public @Nullable String header(String key) {
        return header.get(key);
    }

    /** The decisions in order. */
    public List<Decision> decisions() {
        return decisions;
    }
}

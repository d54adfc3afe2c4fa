package dev.jcoyote.control;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.ProgramStack;
import dev.jcoyote.strategy.SeededRandom;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What belongs to one execution in place of what the JDK keeps for the whole JVM. */
final class ExecutionScope {
    /** The same on every machine: with fewer than 2, older JDKs start a thread for each asynchronous task. */
    private static final int COMMON_PARALLELISM = 3;

    /** Above the numbers of the JVM's own threads. */
    private static final long FIRST_THREAD_ID = 1_000_000;

    private static final long FIRST_ID_OF_UNSTARTED = 2_000_000;

    private final JdkState jdk;
    private final Map<String, Integer> externalCalls = new TreeMap<>();
    private final Map<String, Integer> wokenOutside = new TreeMap<>();

    /** Where the program's own code makes such calls. */
    private final Set<String> placesOfCalls = new HashSet<>();

    private final SeededRandom random = new SeededRandom();
    private final SeededRandom temporaryNames = new SeededRandom();
    /** What threads were told before their start: they keep it. */
    private final IdentityHashMap<Thread, Long> unstarted = new IdentityHashMap<>();

    private final AtomicLong seedSource = new AtomicLong();
    private @Nullable ForkJoinPool commonPool;
    private @Nullable ScheduledExecutorService delayer;

    ExecutionScope(JdkState jdk) {
        this.jdk = jdk;
    }

    /** Starts anew, from that seed. */
    void begin(long seed) {
        random.seed(seed);
        commonPool = null;
        delayer = null;
        unstarted.clear();
        seedSource.set(random.nextLong());
        jdk.reset(random);
        temporaryNames.seed(random.nextLong());
    }

    ForkJoinPool commonPool() {
        ForkJoinPool pool = commonPool;
        if (pool == null) {
            pool = jdk.createCommonPool(COMMON_PARALLELISM);
            commonPool = pool;
        }
        return pool;
    }

    ScheduledExecutorService delayer() {
        ScheduledExecutorService timer = delayer;
        if (timer == null) {
            ScheduledThreadPoolExecutor created = new ScheduledThreadPoolExecutor(1, ExecutionScope::delayerThread);
            created.setRemoveOnCancelPolicy(true);
            delayer = created;
            timer = created;
        }
        return timer;
    }

    private static Thread delayerThread(Runnable work) {
        Thread thread = new Thread(work, "CompletableFutureDelayScheduler");
        thread.setDaemon(true);
        return thread;
    }

    /** A thread's number in this execution: by order of start, or of the question if that came first. */
    long threadId(Thread thread, @Nullable ControlledThread controlled) {
        Long told = unstarted.isEmpty() ? null : unstarted.get(thread);
        if (told != null) {
            return told;
        }
        if (controlled != null) {
            return FIRST_THREAD_ID + controlled.id();
        }
        long id = FIRST_ID_OF_UNSTARTED + unstarted.size();
        unstarted.put(thread, id);
        return id;
    }

    AtomicLong seedSource() {
        return seedSource;
    }

    long temporaryName() {
        return temporaryNames.nextLong();
    }

    void nextBytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextLong();
        }
    }

    /** Counts a call that leaves control. */
    void external(int site) {
        String place = Sites.frame(site).toString();
        placesOfCalls.add(place);
        externalCalls.merge(Sites.target(site) + " at " + place, 1, Integer::sum);
    }

    /** Counts a native call that may wait, by the program's own call that led to it, unless that was counted as such. */
    void external(StackTraceElement[] stack) {
        String call = "a native method";
        for (StackTraceElement frame : ProgramStack.of(stack)) {
            if (!ProgramStack.isOfJdk(frame)) {
                String place = frame.toString();
                if (!placesOfCalls.contains(place)) {
                    externalCalls.merge(call + " at " + place, 1, Integer::sum);
                }
                return;
            }
            String type = frame.getClassName();
            call = type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + frame.getMethodName();
        }
    }

    /** A thread that was there before the execution is woken: a worker of a pool, most likely, which gets a task. */
    void wakesOutside(Thread thread, int site) {
        ThreadGroup group = thread.getThreadGroup();
        if (group != null && group.getParent() != null) {
            String place = Sites.kind(site) == OperationKind.CALL
                    ? Sites.target(site) + " at " + Sites.frame(site)
                    : "an unknown call";
            wokenOutside.merge(thread.getName() + " by " + place, 1, Integer::sum);
        }
    }

    /** The threads outside control that were woken since the last time, as {@code thread by call at frame}, with their numbers. */
    Map<String, Integer> drainWokenOutside() {
        Map<String, Integer> drained = new TreeMap<>(wokenOutside);
        wokenOutside.clear();
        return drained;
    }

    /** The calls that left control since the last time, as {@code call at frame}, with their numbers. */
    Map<String, Integer> drainExternalCalls() {
        Map<String, Integer> drained = new TreeMap<>(externalCalls);
        externalCalls.clear();
        return drained;
    }
}

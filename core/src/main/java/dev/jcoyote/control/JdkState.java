package dev.jcoyote.control;

import dev.jcoyote.strategy.SeededRandom;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The generators that the JDK keeps in statics, and what the main thread brings along from the execution before: put
 * back at the start of every execution.
 *
 * <p>What a JDK does not have is left out, except the generators that every supported JDK has: {@link #missing} names
 * those.
 */
final class JdkState {
    private static final String[] THREAD_FIELDS = {
        "threadLocals",
        "inheritableThreadLocals",
        "threadLocalRandomSeed",
        "threadLocalRandomProbe",
        "threadLocalRandomSecondarySeed",
        "uncaughtExceptionHandler"
    };

    /** Its initialiser draws the seed of a generator: before the first execution, since it does so only once. */
    private static final String PROXY = "java.util.concurrent.ThreadLocalRandom$ThreadLocalRandomProxy";

    private final List<String> missing = new ArrayList<>();
    private final @Nullable AtomicLong seeder =
            required("java.util.concurrent.ThreadLocalRandom", "seeder", AtomicLong.class);
    private final @Nullable AtomicInteger probes =
            required(ThreadLocalRandom.class.getName(), "probeGenerator", AtomicInteger.class);
    private final @Nullable AtomicLong uniquifier =
            required(Random.class.getName(), "seedUniquifier", AtomicLong.class);
    private final @Nullable Random mathRandom =
            required("java.lang.Math$RandomNumberGeneratorHolder", "randomNumberGenerator", Random.class);
    /** Made at the first shuffle without a generator, and kept. */
    private final @Nullable Field shuffleRandom = JdkFields.find(Collections.class, "r");

    /** Null in the common pool: newer JDKs recognise it by that. */
    private final @Nullable Field workerNamePrefix = JdkFields.find(ForkJoinPool.class, "workerNamePrefix");

    private final @Nullable Field poolName = JdkFields.find(ForkJoinPool.class, "poolName");
    private final ForkJoinPool real = ForkJoinPool.commonPool();
    private final List<Field> threadFields = threadFields();
    private final NameCounters names = new NameCounters();

    JdkState() {
        JdkFields.initialise(PROXY);
    }

    /** The generators that this JDK does not have where they were looked for. */
    List<String> missing() {
        return missing;
    }

    /** Derives all generators from that one, and counts names from their start again. */
    void reset(SeededRandom random) {
        if (seeder != null) {
            seeder.set(random.nextLong());
        }
        if (probes != null) {
            probes.set(0);
        }
        if (uniquifier != null) {
            uniquifier.set(random.nextLong() | 1);
        }
        if (mathRandom != null) {
            mathRandom.setSeed(random.nextLong());
        }
        if (shuffleRandom != null) {
            JdkFields.clear(shuffleRandom, null);
        }
        names.reset();
    }

    /** Makes the calling thread look like one that has just been created: no thread locals, no seeds of its own. */
    void resetCurrentThread() {
        for (Field field : threadFields) {
            JdkFields.clear(field, Thread.currentThread());
        }
    }

    /** Creates a pool that is the JDK's common pool to itself and its users: it takes no number and is never shut down. */
    ForkJoinPool createCommonPool(int parallelism) {
        int number = names.forkJoinPools();
        ForkJoinPool pool = new ForkJoinPool(parallelism, real.getFactory(), real.getUncaughtExceptionHandler(), false);
        names.forkJoinPools(number);
        JdkFields.set(workerNamePrefix, pool, null);
        JdkFields.set(poolName, pool, "ForkJoinPool.commonPool");
        return pool;
    }

    private <T> @Nullable T required(String owner, String name, Class<T> type) {
        T value = JdkFields.value(JdkFields.find(owner, name), type);
        if (value == null) {
            missing.add(owner + "." + name);
        }
        return value;
    }

    private static List<Field> threadFields() {
        List<Field> fields = new ArrayList<>();
        for (String name : THREAD_FIELDS) {
            Field field = JdkFields.find(Thread.class, name);
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }
}

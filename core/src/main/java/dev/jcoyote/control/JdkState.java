package dev.jcoyote.control;

import dev.jcoyote.strategy.SeededRandom;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The counters and generators that the JDK keeps in statics: put back at the start of every execution.
 *
 * <p>The agent has opened the packages. What a JDK does not have is left out, except the generators that every
 * supported JDK has: {@link #missing} names those.
 */
final class JdkState {
    private final List<String> missing = new ArrayList<>();
    private final @Nullable AtomicLong seeder = required(ThreadLocalRandom.class, "seeder", AtomicLong.class);
    private final @Nullable AtomicInteger probes =
            required(ThreadLocalRandom.class, "probeGenerator", AtomicInteger.class);
    private final @Nullable AtomicLong uniquifier = required(Random.class, "seedUniquifier", AtomicLong.class);
    private final @Nullable Random mathRandom = mathRandom();
    private final @Nullable AtomicInteger pools = poolNumber();
    private final @Nullable Field commonPrefix = field(ForkJoinPool.class, "workerNamePrefix");
    private final List<Field> threadFields = threadFields();

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
        if (pools != null) {
            pools.set(1);
        }
    }

    /** Makes the calling thread look like one that has just been created: no thread locals, no seeds of its own. */
    void resetCurrentThread() {
        Thread thread = Thread.currentThread();
        try {
            for (Field field : threadFields) {
                if (field.getType() == long.class) {
                    field.setLong(thread, 0L);
                } else if (field.getType() == int.class) {
                    field.setInt(thread, 0);
                } else {
                    field.set(thread, null);
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The fields were made accessible", e);
        }
    }

    /** Names the pool's workers like those of the JDK's common pool. */
    void nameAsCommonPool(ForkJoinPool pool) {
        if (commonPrefix != null) {
            try {
                commonPrefix.set(pool, "ForkJoinPool.commonPool-worker-");
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("The field was made accessible", e);
            }
        }
    }

    private <T> @Nullable T required(Class<?> owner, String name, Class<T> type) {
        T value = value(field(owner, name), type);
        if (value == null) {
            missing.add(owner.getName() + "." + name);
        }
        return value;
    }

    private @Nullable Random mathRandom() {
        try {
            // The holder's initialiser makes the generator that Math.random uses.
            return value(
                    field(Class.forName("java.lang.Math$RandomNumberGeneratorHolder"), "randomNumberGenerator"),
                    Random.class);
        } catch (ClassNotFoundException e) {
            missing.add("the generator of Math.random");
            return null;
        }
    }

    private static @Nullable AtomicInteger poolNumber() {
        try {
            return value(
                    field(Class.forName("java.util.concurrent.Executors$DefaultThreadFactory"), "poolNumber"),
                    AtomicInteger.class);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static List<Field> threadFields() {
        List<Field> fields = new ArrayList<>();
        for (String name : new String[] {
            "threadLocals",
            "inheritableThreadLocals",
            "threadLocalRandomSeed",
            "threadLocalRandomProbe",
            "threadLocalRandomSecondarySeed",
            "uncaughtExceptionHandler"
        }) {
            Field field = field(Thread.class, name);
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static <T> @Nullable T value(@Nullable Field field, Class<T> type) {
        try {
            Object value = field == null ? null : field.get(null);
            return type.isInstance(value) ? type.cast(value) : null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field was made accessible", e);
        }
    }

    private static @Nullable Field field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            return null;
        }
    }
}

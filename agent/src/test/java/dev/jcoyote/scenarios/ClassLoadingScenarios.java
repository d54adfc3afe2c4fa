package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Classes that are loaded and initialised while threads race. */
final class ClassLoadingScenarios {
    /** A class whose initialiser does what is a scheduling point elsewhere. */
    private static final class Lazy {
        static final int VALUE;

        static {
            AtomicInteger number = new AtomicInteger();
            number.incrementAndGet();
            Thread.yield();
            synchronized (number) {
                VALUE = number.get();
            }
        }
    }

    @Passes
    void anInitialiserRunsOnce() throws InterruptedException {
        Concurrently.Action use = () -> assertEquals(1, Lazy.VALUE);
        Concurrently.run(use, use);
    }

    /** Loaded anew in every execution. */
    public static final class Fresh implements Callable<Integer> {
        private static final AtomicInteger CALLS = new AtomicInteger();

        /** Public, since another loader's class of the same name belongs to another package. */
        public Fresh() {}

        static {
            Thread.yield();
            CALLS.incrementAndGet();
        }

        @Override
        public Integer call() {
            Callable<Integer> inLambda = CALLS::incrementAndGet;
            synchronized (CALLS) {
                try {
                    return inLambda.call() + String.valueOf(CALLS).length();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Passes
    void classesOfALoaderOfTheProgramAreUnderControl() throws InterruptedException {
        ClassLoader loader = new LoaderOfOne(Fresh.class);
        AtomicInteger sum = new AtomicInteger();
        Concurrently.Action use = () -> {
            Class<?> fresh = Class.forName(Fresh.class.getName(), true, loader);
            Callable<?> call = (Callable<?>) fresh.getDeclaredConstructor().newInstance();
            sum.addAndGet((Integer) call.call());
        };
        Concurrently.run(use, use);
        assertEquals(2 + 3 + 2, sum.get());
    }

    /** An enum, whose constants are made when it is initialised. */
    private enum Level {
        LOW,
        HIGH;

        private final AtomicInteger uses = new AtomicInteger();
    }

    @Passes
    void anEnumIsInitialisedOnce() throws InterruptedException {
        int before = Level.HIGH.uses.get();
        Concurrently.Action use = () -> {
            switch (Level.valueOf("HIGH")) {
                case LOW -> throw new AssertionError();
                case HIGH -> Level.HIGH.uses.incrementAndGet();
            }
        };
        Concurrently.run(use, use);
        assertEquals(before + 2, Level.HIGH.uses.get());
    }

    @Passes
    void formattingAndStringConcatenationNeedNoPoint() throws InterruptedException {
        Concurrently.Action format = () -> {
            String text =
                    String.format("%s has %,d and %.2f", Thread.currentThread().isDaemon(), 1_000_000, 0.5);
            assertEquals(text, text + "");
            assertEquals("a1true", "a" + text.indexOf('a') + text.startsWith("f"));
        };
        Concurrently.run(format, format);
    }
}

package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.io.File;
import java.nio.file.Files;
import java.security.DrbgParameters;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Randomness: the seed decides about it, too. */
final class RandomScenarios {
    /** Draws from every generator; each value that is even is a scheduling point, so that the schedule depends on them. */
    private static void draw() {
        List<Long> values = new ArrayList<>();
        values.add((long) ThreadLocalRandom.current().nextInt());
        values.add((long) new Random().nextInt());
        values.add((long) (Math.random() * 1_000_000));
        values.add(UUID.randomUUID().getLeastSignificantBits());
        values.add((long) new SecureRandom().nextInt());
        List<Integer> shuffled = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
        Collections.shuffle(shuffled);
        values.add((long) shuffled.get(0));
        for (long value : values) {
            if (value % 2 == 0) {
                Thread.yield();
            }
        }
    }

    @Passes
    void everyGeneratorIsSeeded() throws InterruptedException {
        Concurrently.run(RandomScenarios::draw, RandomScenarios::draw, RandomScenarios::draw);
    }

    @Passes
    void splittableGeneratorsAreSeeded() throws InterruptedException {
        Concurrently.Action draw = () -> {
            if (new SplittableRandom().nextBoolean()) {
                Thread.yield();
            }
        };
        Concurrently.run(draw, draw, draw);
    }

    @Passes
    void generatorsThatAreChosenByNameAreSeeded() throws InterruptedException {
        Concurrently.Action draw = () -> {
            if (RandomGenerator.of("L64X128MixRandom").nextBoolean()) {
                Thread.yield();
            }
            if (RandomGenerator.of("Xoshiro256PlusPlus").nextBoolean()) {
                Thread.yield();
            }
        };
        Concurrently.run(draw, draw);
    }

    @Passes
    void secureGeneratorsAreSeeded() throws InterruptedException {
        Concurrently.Action draw = () -> {
            SecureRandom random = new SecureRandom();
            random.setSeed(1);
            byte[] bytes = new byte[4];
            random.nextBytes(bytes);
            for (byte drawn : bytes) {
                if (drawn > 0) {
                    Thread.yield();
                }
            }
            if (random.nextDouble() < 0.5) {
                Thread.yield();
            }
        };
        Concurrently.run(draw, draw);
    }

    private static void follow(long value) {
        for (int bit = 0; bit < 4; bit++) {
            if ((value >>> bit & 1) == 0) {
                Thread.yield();
            }
        }
    }

    @Passes
    void secureGeneratorsOfEveryKindAreSeeded() throws InterruptedException {
        Concurrently.Action draw = () -> {
            follow(new SecureRandom(new byte[] {1}).nextInt());
            follow(SecureRandom.getInstance("SHA1PRNG").nextLong());
            follow(SecureRandom.getInstance("DRBG").nextInt(100));
            follow(SecureRandom.getInstanceStrong().nextInt());
            follow(new SecureRandom().generateSeed(2)[0]);
            follow(SecureRandom.getSeed(2)[0]);
            follow(new SecureRandom().ints(2).sum());
            byte[] bytes = new byte[2];
            SecureRandom.getInstance("DRBG").nextBytes(bytes, DrbgParameters.nextBytes(-1, false, null));
            follow(bytes[0]);
        };
        Concurrently.run(draw, draw);
    }

    @Passes
    void theDefaultGeneratorIsSeeded() throws InterruptedException {
        Concurrently.Action draw = () -> {
            follow(RandomGenerator.getDefault().nextInt());
        };
        Concurrently.run(draw, draw);
    }

    @Passes
    void streamsOfRandomNumbersAreSeeded() throws InterruptedException {
        Concurrently.Action draw = () -> {
            follow(ThreadLocalRandom.current().ints(3).sum());
            follow(new Random().ints(3).sum());
        };
        Concurrently.run(draw, draw);
    }

    @Passes
    void generatorsThatAreSplitOffAreSeeded() throws InterruptedException {
        Concurrently.Action draw = () -> {
            follow(new SplittableRandom().split().nextInt());
        };
        Concurrently.run(draw, draw);
    }

    @Passes
    void uniqueIdentifiersAreSeeded() throws InterruptedException {
        Concurrently.Action draw = () -> {
            follow(UUID.randomUUID().hashCode());
        };
        Concurrently.run(draw, draw);
    }

    @Passes
    void theOrderOfImmutableCollectionsIsTheSame() throws InterruptedException {
        Concurrently.Action iterate = () -> {
            follow(Set.of("a", "b", "c", "d", "e").iterator().next().hashCode());
            follow(Map.of("a", 1, "b", 2, "c", 3, "d", 4).values().iterator().next());
            follow(Set.of(TimeUnit.DAYS, TimeUnit.HOURS, TimeUnit.SECONDS)
                    .iterator()
                    .next()
                    .name()
                    .hashCode());
        };
        Concurrently.run(iterate, iterate);
    }

    @Passes
    void namesAndNumbersOfThreadsAreTheSame() throws InterruptedException {
        Concurrently.Action tell = () -> {
            follow(new Thread().getName().hashCode());
            follow(new Thread().getId());
            follow(Thread.currentThread().toString().hashCode());
            ExecutorService pool = Executors.newSingleThreadExecutor();
            pool.execute(() -> follow(Thread.currentThread().getName().hashCode()));
            pool.shutdown();
        };
        Concurrently.run(tell, tell);
    }

    @Passes
    void namesOfTemporaryFilesDisturbNothing() throws InterruptedException {
        Concurrently.Action create = () -> {
            File.createTempFile("jcoyote", ".tmp").deleteOnExit();
            Files.createTempFile("jcoyote", ".tmp").toFile().deleteOnExit();
            follow(new SecureRandom().nextInt());
        };
        Concurrently.run(create, create);
    }

    @Passes
    void twoThreadsDrawDifferentValues() throws InterruptedException {
        long[] drawn = new long[2];
        Concurrently.run(
                () -> drawn[0] = ThreadLocalRandom.current().nextLong(),
                () -> drawn[1] = ThreadLocalRandom.current().nextLong());
        assertNotEquals(drawn[0], drawn[1]);
    }

    @Fails(value = BugKind.ASSERTION, saying = "drew the one in eight")
    void executionsDrawDifferentValues() throws InterruptedException {
        Concurrently.run(() -> assertTrue(new Random().nextInt(8) != 0, "drew the one in eight"));
    }

    @Passes
    void aGeneratorWithASeedOfItsOwnKeepsIt() throws InterruptedException {
        int[] drawn = new int[2];
        Concurrently.run(() -> drawn[0] = new Random(1).nextInt(), () -> drawn[1] = new Random(1).nextInt());
        assertTrue(drawn[0] == drawn[1]);
    }
}

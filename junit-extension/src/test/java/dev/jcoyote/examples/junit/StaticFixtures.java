package dev.jcoyote.examples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.Isolation;
import dev.jcoyote.junit.SystematicTest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests whose classes keep something in static fields. */
public final class StaticFixtures {
    private StaticFixtures() {}

    /** Expensive to start, and started once for all tests of a class. */
    static final class Server {
        static final AtomicInteger STARTS = new AtomicInteger();
        static final Map<String, Integer> ANSWERS = new HashMap<>();

        private Server() {}

        static void start() {
            STARTS.incrementAndGet();
            ANSWERS.put("everything", 42);
        }
    }

    /** What the test's own code keeps. */
    static final class Registry {
        static int clients;

        private Registry() {}
    }

    /** Has a server of its own. */
    public static class WithServer {
        @BeforeAll
        static void start() {
            Server.start();
        }

        @AfterAll
        static void stop() {
            assertEquals(1, Server.STARTS.get());
            Server.ANSWERS.clear();
        }

        @SystematicTest
        void theServerIsThereAndTheRegistryEmpty() throws InterruptedException {
            assertEquals(1, Server.STARTS.get());
            assertEquals(42, Server.ANSWERS.get("everything"));
            assertEquals(1, ++Registry.clients);
            Thread client = new Thread(() -> assertEquals(42, Server.ANSWERS.get("everything")));
            client.start();
            client.join();
        }
    }

    /** Counts in the class that JUnit has made. */
    public static class Counting {
        private static int runs;

        @SystematicTest(iterations = 5)
        void countsOn() throws ExecutionException, InterruptedException {
            runs++;
            ExecutorService pool = Executors.newSingleThreadExecutor();
            pool.submit(() -> {}).get();
            pool.shutdown();
        }
    }

    /** Wants to see what others left. */
    public static class Sharing {
        @SystematicTest(iterations = 2, isolation = Isolation.NONE)
        void seesTheFirstExecution() {
            assertEquals(1, ++Registry.clients);
        }

        @SystematicTest(isolation = Isolation.LOADER)
        void wantsALoader() {}
    }
}

package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Under control, each operation reaches the controller once, with its kind, resource and position. */
class RecordedOperationsTest {
    @Test
    void eachOperationIsOneEvent() throws Exception {
        assertEquals("""
                WRITE Operations.wide w Operations slot call:19
                READ Operations.shared r null slot call:20
                WRITE Operations.shared w null slot call:20
                MONITOR_ENTER  w Operations call:24
                NOTIFY_ALL  w Operations call:25
                MONITOR_EXIT
                MONITOR_ENTER  w Operations locked:44
                MONITOR_EXIT
                CALL ReentrantLock.lock w ReentrantLock call:29
                CALL ReentrantLock.unlock w ReentrantLock call:30
                CALL Map.put w ConcurrentHashMap call:32
                CALL Map.isEmpty r HashMap call:34
                CALL CountDownLatch.countDown w CountDownLatch call:36
                YIELD Thread.yield w null call:38
                UNPARK LockSupport.unpark w Thread call:39
                unpark
                INTERRUPT Thread.interrupt w Thread call:40
                interrupt
                """, text(Recorder.record(sample(new RewritingLoader(true, false, false)))));
    }

    @Test
    void plainAccessesAreEventsOnDemand() throws Exception {
        List<String> events = Recorder.record(sample(new RewritingLoader(true, true, false)));

        assertTrue(events.contains("PLAIN_WRITE Operations.plain w Operations slot call:21"), events::toString);
        assertTrue(events.contains("PLAIN_READ int[] r int[] call:23"), events::toString);
        assertTrue(events.contains("PLAIN_WRITE int[] w int[] call:23"), events::toString);
    }

    @Test
    void aCompareAndSetThatFailsSaysSo() throws Exception {
        Callable<?> sample = (Callable<?>)
                Class.forName(RewritingLoader.SAMPLES + "Comparisons", true, new RewritingLoader(true, false, false))
                        .getDeclaredConstructor()
                        .newInstance();

        assertEquals("""
                CALL AtomicInteger.compareAndSet w AtomicInteger call:16
                CALL AtomicInteger.compareAndSet w AtomicInteger call:16
                compare failed
                CALL VarHandle.compareAndSet w int[] call:17
                CALL VarHandle.weakCompareAndSetPlain w int[] call:17
                compare failed
                CALL AtomicInteger.compareAndExchange w AtomicInteger call:18
                """, text(Recorder.record(sample)));
    }

    @Test
    void callsThatLeaveControlOrEnterMonitorsOfTheJdkAreEvents() throws Exception {
        Callable<?> sample = (Callable<?>)
                Class.forName(RewritingLoader.SAMPLES + "Outside", true, new RewritingLoader(true, false, false))
                        .getDeclaredConstructor()
                        .newInstance();

        List<String> events = Recorder.record(sample);

        assertTrue(events.contains("EXTERNAL System.in w null call:11"), events::toString);
        assertTrue(events.contains("CALL StringBuffer.append w StringBuffer call:11"), events::toString);
        assertTrue(events.contains("awaitFree ByteArrayOutputStream"), events::toString);
    }

    @Test
    void aBystanderIsControlledForWhatBlocksOnly() throws Exception {
        List<String> events = Recorder.record(sample(new RewritingLoader(false, false, false)));

        assertTrue(events.contains("MONITOR_ENTER  w Operations call:24"), events::toString);
        assertTrue(events.contains("NOTIFY_ALL  w Operations call:25"), events::toString);
        assertTrue(events.stream().noneMatch(event -> event.startsWith("CALL")), events::toString);
        assertTrue(events.stream().noneMatch(event -> event.startsWith("WRITE")), events::toString);
    }

    @Test
    void theJdkAsksTheControllerForTimeParkingAndTheEndOfTheJvm() throws Exception {
        Callable<String> task = () -> {
            LockSupport.parkNanos(5L);
            LockSupport.parkNanos(0L);
            LockSupport.park(this);
            assertEquals(Instant.ofEpochSecond(1_000_000_000L), Instant.now());
            assertThrows(IllegalStateException.class, () -> Runtime.getRuntime().exit(3));
            return "";
        };

        assertEquals(List.of("park 1", "park 0"), Recorder.record(task));
    }

    @SuppressWarnings("unchecked")
    private static Callable<String> sample(ClassLoader loader) throws Exception {
        Class<?> type = Class.forName(RewritingLoader.SAMPLES + "Operations", true, loader);
        Callable<String> sample =
                (Callable<String>) type.getDeclaredConstructor().newInstance();
        sample.call();
        Thread.interrupted();
        return sample;
    }

    private static String text(List<String> events) {
        return String.join("\n", events) + "\n";
    }
}

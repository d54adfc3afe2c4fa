package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** {@code ReferenceQueue}: who waits for a reference waits under control. */
final class ReferenceScenarios {
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private final Object referent = new Object();
    private final Reference<Object> reference = new WeakReference<>(referent, queue);

    @Passes
    void aTimedRemovalExpires() throws InterruptedException {
        Concurrently.run(() -> {
            long start = System.nanoTime();
            assertNull(queue.remove(3_600_000));
            assertTrue(System.nanoTime() - start >= 3_600_000_000_000L);
        });
    }

    @Passes
    void aRemovalEndsWhenAReferenceIsEnqueued() throws InterruptedException {
        Concurrently.run(
                () -> assertSame(reference, queue.remove(3_600_000)),
                () -> assertTrue(reference.enqueue(), "enqueued once"));
    }

    @Passes
    void anInterruptEndsARemoval() throws InterruptedException {
        Thread waiter = Concurrently.start(() -> assertThrows(InterruptedException.class, () -> queue.remove(0)));
        waiter.interrupt();
        waiter.join();
    }

    @Fails(value = BugKind.ASSERTION, saying = "the other one has it")
    void onlyOneOfTwoRemovalsGetsTheReference() throws InterruptedException {
        Concurrently.run(
                () -> assertSame(reference, queue.remove(1_000), "the other one has it"),
                () -> queue.remove(1_000),
                reference::enqueue);
    }
}

package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** The queues of {@code java.util.concurrent}. */
final class QueueScenarios {
    /** Hands over 0 to 4 through the queue. */
    private static void handOver(BlockingQueue<Integer> queue) throws InterruptedException {
        int[] sum = {0};
        Concurrently.run(
                () -> {
                    for (int i = 0; i < 5; i++) {
                        sum[0] += queue.take();
                    }
                },
                () -> {
                    for (int i = 0; i < 5; i++) {
                        queue.put(i);
                    }
                });
        assertEquals(10, sum[0]);
        assertNull(queue.poll(5, TimeUnit.SECONDS));
    }

    @Passes
    void anArrayBlockingQueueHandsOver() throws InterruptedException {
        handOver(new ArrayBlockingQueue<>(2, true));
    }

    @Passes
    void aLinkedBlockingQueueHandsOver() throws InterruptedException {
        handOver(new LinkedBlockingQueue<>(1));
    }

    @Passes
    void aLinkedBlockingDequeHandsOver() throws InterruptedException {
        handOver(new LinkedBlockingDeque<>(2));
    }

    @Passes
    void aPriorityBlockingQueueHandsOver() throws InterruptedException {
        handOver(new PriorityBlockingQueue<>());
    }

    @Passes
    void aSynchronousQueueHandsOver() throws InterruptedException {
        handOver(new SynchronousQueue<>());
    }

    @Passes
    void aFairSynchronousQueueHandsOver() throws InterruptedException {
        handOver(new SynchronousQueue<>(true));
    }

    @Passes
    void aLinkedTransferQueueHandsOver() throws InterruptedException {
        handOver(new LinkedTransferQueue<>());
    }

    @Passes
    void aTransferWaitsForItsTaker() throws InterruptedException {
        LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>();
        boolean[] taken = {false};
        Concurrently.run(
                () -> {
                    queue.transfer(1);
                    assertTrue(taken[0]);
                },
                () -> {
                    taken[0] = true;
                    assertEquals(1, queue.take());
                });
        assertFalse(queue.tryTransfer(2, 1, TimeUnit.SECONDS));
    }

    /** What leaves a delay queue after a time. */
    private record Timed(long dueNanos) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(dueNanos, ((Timed) other).dueNanos);
        }
    }

    @Passes
    void aDelayQueueKeepsItsItemsUntilTheyAreDue() throws InterruptedException {
        DelayQueue<Timed> queue = new DelayQueue<>();
        long start = System.nanoTime();
        Timed late = new Timed(start + TimeUnit.HOURS.toNanos(2));
        Timed early = new Timed(start + TimeUnit.HOURS.toNanos(1));
        Concurrently.run(() -> queue.put(late), () -> queue.put(early));
        assertEquals(early, queue.take());
        assertEquals(late, queue.take());
        assertTrue(System.nanoTime() >= late.dueNanos);
    }

    @Passes
    void aDequeHandsOverAtBothEnds() throws InterruptedException {
        BlockingDeque<String> deque = new LinkedBlockingDeque<>(1);
        Concurrently.run(
                () -> {
                    deque.putFirst("a");
                    deque.putLast("b");
                },
                () -> {
                    assertEquals("a", deque.takeLast());
                    assertEquals("b", deque.takeFirst());
                });
        assertFalse(deque.offerFirst("c") && deque.offerLast("d", 1, TimeUnit.SECONDS));
    }

    @Passes
    void concurrentLinkedQueuesLoseNothing() throws InterruptedException {
        Queue<Integer> queue = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedDeque<Integer> deque = new ConcurrentLinkedDeque<>();
        Concurrently.run(
                () -> {
                    queue.add(1);
                    deque.addFirst(1);
                },
                () -> {
                    queue.add(2);
                    deque.addLast(2);
                });
        assertEquals(3, queue.poll() + queue.poll());
        assertEquals(3, deque.pollFirst() + deque.pollLast());
    }

    @Fails(value = BugKind.EXCEPTION, saying = "NullPointerException")
    void lookingAndPollingAreTwoSteps() throws InterruptedException {
        Queue<Integer> queue = new ConcurrentLinkedQueue<>();
        queue.add(1);
        Concurrently.Action drain = () -> {
            if (!queue.isEmpty()) {
                int item = queue.poll();
                assertEquals(1, item);
            }
        };
        Concurrently.run(drain, drain);
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for an element of ArrayBlockingQueue#1")
    void aTakeTooManyIsADeadlock() throws InterruptedException {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        Concurrently.run(queue::take, queue::take, () -> queue.put(1));
    }

    @Passes
    void theOrderOfAQueueIsThatOfItsProducer() throws InterruptedException {
        BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        Concurrently.run(
                () -> {
                    for (int i = 0; i < 3; i++) {
                        assertTrue(queue.offer(i));
                    }
                },
                () -> {
                    for (int i = 0; i < 3; i++) {
                        assertEquals(i, queue.take());
                    }
                });
    }
}

package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A buffer whose consumer lets go of the lock between its wait for an element and its taking it, so that another consumer
 * comes first (SCTBench: boundedBuffer).
 */
@SuppressWarnings("LockNotBeforeTry") // as in the original
final class BoundedBuffer implements TestBody {
    private static final int SIZE = 3;
    private static final int ROUNDS = 4;

    private final boolean fixed;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition notFull = mutex.newCondition();
    private final Condition notEmpty = mutex.newCondition();
    private final int[] buffer = new int[SIZE];
    private int head;
    private int rear;
    private int waitingProducers;
    private int waitingConsumers;

    BoundedBuffer(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(2, this::produce).start(2, this::consume).join();
    }

    private void produce() {
        for (int i = 0; i < ROUNDS; i++) {
            put(i);
        }
    }

    private void consume() {
        for (int i = 0; i < ROUNDS; i++) {
            take();
        }
    }

    private void put(int value) {
        mutex.lock();
        if ((rear + 1) % SIZE == head) {
            waitingProducers++;
            while ((rear + 1) % SIZE == head) {
                notFull.awaitUninterruptibly();
            }
            waitingProducers--;
        }
        buffer[rear] = value;
        rear = (rear + 1) % SIZE;
        if (waitingConsumers > 0) {
            notEmpty.signal();
        }
        mutex.unlock();
    }

    private int take() {
        mutex.lock();
        if (head == rear) {
            waitingConsumers++;
            while (head == rear) {
                notEmpty.awaitUninterruptibly();
            }
            waitingConsumers--;
        }
        if (!fixed) {
            mutex.unlock();
            mutex.lock();
        }
        Check.that(head != rear, "an element in the buffer");
        int value = buffer[head];
        head = (head + 1) % SIZE;
        if (waitingProducers > 0) {
            notFull.signal();
        }
        mutex.unlock();
        return value;
    }
}

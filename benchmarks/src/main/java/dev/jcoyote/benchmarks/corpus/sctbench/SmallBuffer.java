package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A buffer between threads that each signal once for an element. Run with one producer and one consumer, as it was
 * measured, it cannot fail, and no strategy was published to find a bug (SCTBench: bbuf; RADBench: bug5, which is the
 * hand-over of elements by conditions in Mozilla's NSPR, measured without the interruption that its bug needs).
 */
@SuppressWarnings("LockNotBeforeTry") // as in the original
final class SmallBuffer implements TestBody {
    private final int size;
    private final int rounds;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition notFull = mutex.newCondition();
    private final Condition notEmpty = mutex.newCondition();
    private final int[] buffer;
    private int head;
    private int rear;

    SmallBuffer(int size, int rounds) {
        this.size = size;
        this.rounds = rounds;
        buffer = new int[size];
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(this::produce).start(this::consume).join();
    }

    private void produce() {
        for (int i = 0; i < rounds; i++) {
            mutex.lock();
            while ((rear + 1) % size == head) {
                notFull.awaitUninterruptibly();
            }
            buffer[rear] = i;
            rear = (rear + 1) % size;
            notEmpty.signal();
            mutex.unlock();
        }
    }

    private void consume() {
        for (int i = 0; i < rounds; i++) {
            mutex.lock();
            while (head == rear) {
                notEmpty.awaitUninterruptibly();
            }
            Check.that(buffer[head] == i, "the elements in their order");
            head = (head + 1) % size;
            notFull.signal();
            mutex.unlock();
        }
    }
}

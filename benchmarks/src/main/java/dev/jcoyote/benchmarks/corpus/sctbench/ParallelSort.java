package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A quicksort that gives parts to idle threads of a pool: it says that a thread has work before it tells which, so that a
 * thread just coming back sorts something else (FreeBSD's qsort_mt; SCTBench: qsort_mt, 32 elements on 4 threads).
 */
@SuppressWarnings("LockNotBeforeTry") // as in the original
final class ParallelSort implements TestBody {
    private static final int ELEMENTS = 32;
    private static final int THREADS = 4;
    private static final int LEAST_TO_SHARE = 4;

    private final boolean fixed;
    private final ReentrantLock allocation = new ReentrantLock();
    private final List<Worker> pool = new ArrayList<>();
    private final int[] array = new int[ELEMENTS];
    private int idle;

    ParallelSort(boolean fixed) {
        this.fixed = fixed;
    }

    /** What a thread of the pool does. */
    private enum State {
        IDLE,
        WORK,
        END
    }

    @Override
    public void run() throws InterruptedException {
        Random random = new Random(1);
        for (int i = 0; i < ELEMENTS; i++) {
            array[i] = random.nextInt(ELEMENTS);
        }
        idle = THREADS;
        for (int i = 0; i < THREADS; i++) {
            pool.add(new Worker());
        }
        pool.forEach(worker -> worker.thread.start());
        Worker first = pool.get(0);
        first.mutex.lock();
        first.from = 0;
        first.length = ELEMENTS;
        first.state = State.WORK;
        allocation.lock();
        idle--;
        allocation.unlock();
        first.hasWork.signal();
        first.mutex.unlock();
        for (Worker worker : pool) {
            worker.thread.join();
        }
        for (int i = 1; i < ELEMENTS; i++) {
            Check.that(array[i - 1] <= array[i], "sorted elements");
        }
    }

    /** A thread that is idle, with its mutex held and its state changed; null if all have work. */
    private @Nullable Worker allocate() {
        allocation.lock();
        for (Worker worker : pool) {
            if (worker.state == State.IDLE) {
                idle--;
                if (fixed) {
                    worker.mutex.lock();
                    worker.state = State.WORK;
                } else {
                    worker.state = State.WORK;
                    worker.mutex.lock();
                }
                allocation.unlock();
                return worker;
            }
        }
        allocation.unlock();
        return null;
    }

    /** Sorts so many elements, partly on others. */
    private void sort(int begin, int number) {
        int from = begin;
        int length = number;
        while (length >= 7) {
            int pivot = array[from + length / 2];
            int low = from;
            int high = from + length - 1;
            int i = from;
            while (i <= high) {
                if (array[i] < pivot) {
                    swap(low++, i++);
                } else if (array[i] > pivot) {
                    swap(i, high--);
                } else {
                    i++;
                }
            }
            int left = low - from;
            int right = from + length - 1 - high;
            Worker other = left > LEAST_TO_SHARE && right > LEAST_TO_SHARE ? allocate() : null;
            if (other != null) {
                other.from = from;
                other.length = left;
                other.hasWork.signal();
                other.mutex.unlock();
            } else if (left > 0) {
                sort(from, left);
            }
            from = high + 1;
            length = right;
        }
        for (int i = from + 1; i < from + length; i++) {
            for (int j = i; j > from && array[j - 1] > array[j]; j--) {
                swap(j, j - 1);
            }
        }
    }

    private void swap(int i, int j) {
        int element = array[i];
        array[i] = array[j];
        array[j] = element;
    }

    /** A thread of the pool and what it is to sort. */
    private final class Worker {
        final ReentrantLock mutex = new ReentrantLock();
        final Condition hasWork = mutex.newCondition();
        final Thread thread = new Thread(this::work);
        State state = State.IDLE;
        int from;
        int length;

        private void work() {
            while (true) {
                mutex.lock();
                while (state == State.IDLE) {
                    hasWork.awaitUninterruptibly();
                }
                boolean ends = state == State.END;
                mutex.unlock();
                if (ends) {
                    return;
                }
                sort(from, length);
                if (isLast()) {
                    return;
                }
            }
        }

        /** Becomes idle; ends all others if these are too. */
        private boolean isLast() {
            allocation.lock();
            state = State.IDLE;
            idle++;
            boolean last = idle == THREADS;
            if (last) {
                for (Worker other : pool) {
                    if (other != this) {
                        other.mutex.lock();
                        other.state = State.END;
                        other.hasWork.signal();
                        other.mutex.unlock();
                    }
                }
            }
            allocation.unlock();
            return last;
        }
    }
}

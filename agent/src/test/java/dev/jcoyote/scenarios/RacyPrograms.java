package dev.jcoyote.scenarios;

import dev.jcoyote.BenignRace;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Programs with data races, of the kinds that people write. */
final class RacyPrograms {
    private RacyPrograms() {}

    /** A number that threads count up. */
    static final class Counter {
        int value;

        @BenignRace(reason = "only shown")
        int shown;

        void increment() {
            value++;
        }

        void show() {
            shown++;
        }
    }

    /** An object whose constructor sets a field. */
    static final class Box {
        int content;

        Box(int content) {
            this.content = content;
        }
    }

    static @Nullable Box shared;

    static void plainIncrement() throws InterruptedException {
        Counter counter = new Counter();
        Concurrently.run(counter::increment, counter::increment);
        if (counter.value != 2) {
            throw new AssertionError("an increment was lost");
        }
    }

    static void incrementThatNobodyReads() throws InterruptedException {
        Counter counter = new Counter();
        Concurrently.run(counter::increment, counter::increment);
    }

    static void differentLocks() throws InterruptedException {
        Counter counter = new Counter();
        Object one = new Object();
        ReentrantLock other = new ReentrantLock();
        Concurrently.run(
                () -> {
                    synchronized (one) {
                        counter.increment();
                    }
                },
                () -> {
                    other.lock();
                    counter.increment();
                    other.unlock();
                });
    }

    static void brokenDoubleCheckedLocking() throws InterruptedException {
        shared = null;
        Concurrently.Action get = () -> {
            if (shared == null) {
                synchronized (Box.class) {
                    if (shared == null) {
                        shared = new Box(1);
                    }
                }
            }
        };
        Concurrently.run(get, get);
    }

    static void racyPublication() throws InterruptedException {
        Box[] published = new Box[1];
        Concurrently.run(() -> published[0] = new Box(3), () -> {
            Box box = published[0];
            if (box != null && box.content != 3) {
                throw new AssertionError("half an object");
            }
        });
    }

    static void plainReadOfAnAtomicFlag() throws InterruptedException {
        AtomicBoolean ready = new AtomicBoolean();
        Counter counter = new Counter();
        Concurrently.run(
                () -> {
                    counter.value = 1;
                    ready.lazySet(true);
                },
                () -> {
                    if (ready.getPlain()) {
                        counter.increment();
                    }
                });
    }

    static void elementOfAnArray() throws InterruptedException {
        int[] sums = new int[4];
        Concurrently.run(() -> sums[2]++, () -> sums[2]++, () -> sums[3]++);
    }

    static void unsynchronizedMap() throws InterruptedException {
        Map<String, Integer> map = new HashMap<>();
        Concurrently.run(() -> map.put("a", 1), () -> map.get("b"));
    }

    static void benignCounter() throws InterruptedException {
        Counter counter = new Counter();
        Concurrently.run(counter::show, counter::show);
    }
}

package dev.jcoyote.benchmarks.corpus.textbook;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Philosophers who each take the left fork first (Dijkstra, EWD 310, 1971). Fixed: one takes the right one first. */
final class DiningPhilosophers implements TestBody {
    private final boolean fixed;
    private final List<Object> forks;
    private final AtomicInteger meals = new AtomicInteger();

    DiningPhilosophers(boolean fixed, int number) {
        this.fixed = fixed;
        forks = Stream.generate(Object::new).limit(number).toList();
    }

    @Override
    public void run() throws InterruptedException {
        Threads threads = new Threads();
        for (int i = 0; i < forks.size(); i++) {
            Object left = forks.get(i);
            Object right = forks.get((i + 1) % forks.size());
            boolean rightFirst = fixed && i == 0;
            threads.start(() -> eat(rightFirst ? right : left, rightFirst ? left : right));
        }
        threads.join();
    }

    private void eat(Object first, Object second) {
        synchronized (first) {
            synchronized (second) {
                meals.incrementAndGet();
            }
        }
    }
}

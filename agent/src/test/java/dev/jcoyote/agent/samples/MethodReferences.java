package dev.jcoyote.agent.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.LongBinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/** Method references of every kind, bound and unbound, in classes and interfaces. */
public final class MethodReferences implements Callable<String> {
    interface Counting {
        static Runnable down(CountDownLatch latch) {
            return latch::countDown;
        }

        default Runnable downTwice(CountDownLatch latch) {
            Runnable once = latch::countDown;
            return () -> {
                once.run();
                once.run();
            };
        }
    }

    private interface Waiting {
        void on(Object monitor, long millis) throws InterruptedException;
    }

    static final class Longs extends ConcurrentHashMap<String, Long> {
        private static final long serialVersionUID = 1L;

        Supplier<String> above() {
            return super::toString;
        }
    }

    @Override
    public String call() throws Exception {
        CountDownLatch latch = new CountDownLatch(5);
        Counting.down(latch).run();
        new Counting() {}.downTwice(latch).run();
        Runnable bound = latch::countDown;
        bound.run();
        LongSupplier count = latch::getCount;
        LongSupplier clock = System::nanoTime;
        BiFunction<Map<String, Long>, String, Long> unbound = Map::get;
        BiConsumer<AtomicLong, Long> widened = AtomicLong::set;
        AtomicLong atomic = new AtomicLong();
        widened.accept(atomic, 1L << 40);
        LongUnaryOperator adding = atomic::getAndAdd;
        LongBinaryOperator plain = Long::sum;
        Supplier<List<String>> constructor = ArrayList::new;
        Supplier<AtomicLong> concurrentConstructor = AtomicLong::new;
        Waiting wait = Object::wait;
        synchronized (latch) {
            wait.on(latch, 1L);
        }
        Runnable signal = this::notifyAll;
        synchronized (this) {
            signal.run();
        }
        Map<String, Long> map = new HashMap<>(Map.of("k", 6L));
        return count.getAsLong()
                + " " + (clock.getAsLong() != 0)
                + unbound.apply(map, "k")
                + adding.applyAsLong(2L)
                + plain.applyAsLong(1L, 2L)
                + constructor.get()
                + concurrentConstructor.get()
                + atomic
                + new Longs().above().get();
    }
}

package dev.jcoyote.agent.samples;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** Calls with no, one and many arguments of all widths, of concurrent classes and their subclasses. */
public final class Calls implements Callable<String> {
    private static final AtomicLongFieldUpdater<Calls> UPDATER =
            AtomicLongFieldUpdater.newUpdater(Calls.class, "updated");
    private static final VarHandle FIELD;
    private static final VarHandle STATIC;
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(long[].class);

    private static int ofClass;
    private volatile long updated;
    private int handled;

    static {
        try {
            FIELD = MethodHandles.lookup().findVarHandle(Calls.class, "handled", int.class);
            STATIC = MethodHandles.lookup().findStaticVarHandle(Calls.class, "ofClass", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static final class Counts extends ConcurrentHashMap<String, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long put(String key, Long value) {
            return super.put(key, value + 1);
        }
    }

    @Override
    public String call() throws Exception {
        ofClass = 0;
        StringBuilder text = new StringBuilder();
        Counts counts = new Counts();
        counts.put("a", 1L);
        counts.merge("a", 3L, Long::sum);
        counts.computeIfAbsent("b", key -> 2L);
        counts.replace("b", 2L, 5L);
        text.append(new TreeMap<>(counts)).append(interfaces(new HashMap<>())).append(interfaces(new Counts()));
        ConcurrentMap<String, Long> sorted = new ConcurrentSkipListMap<>(counts);
        text.append(sorted.getOrDefault("c", 9L)).append(sorted.replace("a", 1L, 2L));
        AtomicLong atomic = new AtomicLong();
        text.append(atomic.compareAndSet(0L, 1L << 40)).append(atomic.getAndAccumulate(3L, Long::sum));
        text.append(UPDATER.addAndGet(this, 4L))
                .append(UPDATER.compareAndSet(this, 4L, 5L))
                .append(updated);
        text.append((int) FIELD.getAndAdd(this, 5)).append((int) FIELD.get(this));
        text.append(FIELD.compareAndSet(this, 5, 6))
                .append((int) STATIC.getAndAdd(2))
                .append((int) STATIC.get());
        STATIC.setRelease(8);
        long[] longs = new long[2];
        ELEMENT.setVolatile(longs, 1, 7L);
        text.append((long) ELEMENT.getAndAdd(longs, 1, 3L)).append(longs[1]).append(ofClass);
        Semaphore permits = new Semaphore(2);
        text.append(permits.tryAcquire(1, 1L, TimeUnit.SECONDS)).append(permits.availablePermits());
        text.append(CompletableFuture.completedFuture(3)
                .thenCombine(CompletableFuture.completedFuture(4), Integer::sum)
                .get(1, TimeUnit.SECONDS));
        Properties properties = new Properties();
        properties.setProperty("p", "q");
        return text.append(properties.getProperty("p", "r"))
                .append(TimeUnit.SECONDS.toMillis(2))
                .toString();
    }

    private static String interfaces(Map<String, Long> map) {
        map.put("k", 1L);
        map.merge("k", 2L, Long::sum);
        String text = "";
        for (Map.Entry<String, Long> entry : map.entrySet()) {
            text += entry.getKey() + entry.getValue();
        }
        Iterator<String> keys = map.keySet().iterator();
        keys.next();
        keys.remove();
        List<Integer> list = List.of(1, 2, 3);
        return text + map.isEmpty() + list.subList(1, 2).get(0);
    }
}

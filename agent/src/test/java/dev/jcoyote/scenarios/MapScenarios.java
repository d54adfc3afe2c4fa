package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** The concurrent maps and sets. */
final class MapScenarios {
    private final ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Passes
    void computeIsAtomicEvenIfItsFunctionIsNot() throws InterruptedException {
        Concurrently.Action count = () -> {
            for (int i = 0; i < 2; i++) {
                map.compute("key", (key, old) -> {
                    calls.incrementAndGet();
                    Thread.yield();
                    return old == null ? 1 : old + 1;
                });
            }
        };
        Concurrently.run(count, count);
        assertEquals(4, map.get("key"));
        assertEquals(4, calls.get());
    }

    @Passes
    void computeIfAbsentCallsItsFunctionOnce() throws InterruptedException {
        Concurrently.Action load = () -> map.computeIfAbsent("key", key -> calls.incrementAndGet());
        Concurrently.run(load, load, load);
        assertEquals(1, calls.get());
    }

    @Passes
    void mergeIsAtomic() throws InterruptedException {
        Concurrently.Action count = () -> map.merge("key", 1, Integer::sum);
        Concurrently.run(count, count, count);
        assertEquals(3, map.get("key"));
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void getAndPutAreTwoSteps() throws InterruptedException {
        Map<String, Integer> asMap = map;
        Concurrently.Action count = () -> {
            Integer old = asMap.get("key");
            asMap.put("key", old == null ? 1 : old + 1);
        };
        Concurrently.run(count, count);
        assertEquals(2, asMap.get("key"));
    }

    @Passes
    void aReplaceInALoopLosesNothing() throws InterruptedException {
        ConcurrentMap<String, Integer> asConcurrentMap = map;
        asConcurrentMap.put("key", 0);
        Concurrently.Action count = () -> {
            Integer old;
            do {
                old = asConcurrentMap.get("key");
            } while (!asConcurrentMap.replace("key", old, old + 1));
        };
        Concurrently.run(count, count);
        assertEquals(2, asConcurrentMap.get("key"));
    }

    @Passes
    void collidingKeysShareABinAndLoseNothing() throws InterruptedException {
        ConcurrentHashMap<Colliding, Integer> colliding = new ConcurrentHashMap<>();
        Concurrently.Action fill = () -> {
            for (int i = 0; i < 10; i++) {
                colliding.merge(new Colliding(i), 1, Integer::sum);
            }
        };
        Concurrently.run(fill, fill);
        assertEquals(20, colliding.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** A key whose hash code is that of all others, and whose equals method is a scheduling point. */
    private record Colliding(int number) implements Comparable<Colliding> {
        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            Thread.yield();
            return other instanceof Colliding that && that.number == number;
        }

        @Override
        public int compareTo(Colliding other) {
            return Integer.compare(number, other.number);
        }
    }

    @Passes
    void aMapGrowsUnderTwoWriters() throws InterruptedException {
        Concurrently.run(
                () -> {
                    for (int i = 0; i < 40; i++) {
                        map.put("left" + i, i);
                    }
                },
                () -> {
                    for (int i = 0; i < 40; i++) {
                        map.put("right" + i, i);
                    }
                });
        assertEquals(80, map.size());
    }

    @Passes
    void anIteratorNeverFails() throws InterruptedException {
        map.put("a", 1);
        map.put("b", 2);
        Concurrently.run(
                () -> {
                    int sum = 0;
                    for (Map.Entry<String, Integer> entry : map.entrySet()) {
                        sum += entry.getValue();
                    }
                    assertTrue(sum >= 1);
                },
                () -> map.remove("b"),
                () -> map.put("c", 3));
    }

    @Passes
    void bulkOperationsRunInTheCommonPool() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            map.put("key" + i, i);
        }
        assertEquals(190, map.reduceValues(1, Integer::sum));
        map.forEach(1, (key, value) -> calls.incrementAndGet());
        assertEquals(20, calls.get());
    }

    @Passes
    void skipListsAreSortedWhoeverWrites() throws InterruptedException {
        ConcurrentSkipListMap<Integer, String> sorted = new ConcurrentSkipListMap<>();
        ConcurrentSkipListSet<Integer> set = new ConcurrentSkipListSet<>();
        Concurrently.run(
                () -> {
                    sorted.put(2, "two");
                    set.add(2);
                },
                () -> {
                    sorted.put(1, "one");
                    set.add(1);
                });
        List<Integer> keys = new ArrayList<>(sorted.keySet());
        assertEquals(List.of(1, 2), keys);
        assertEquals(1, set.first());
        assertEquals("two", sorted.pollLastEntry().getValue());
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <1> but was: <2>")
    void computeIfAbsentOfASkipListMayCallItsFunctionTwice() throws InterruptedException {
        ConcurrentSkipListMap<String, Integer> sorted = new ConcurrentSkipListMap<>();
        Concurrently.Action load = () -> sorted.computeIfAbsent("key", key -> calls.incrementAndGet());
        Concurrently.run(load, load);
        assertEquals(1, calls.get());
    }

    /** A map of the program's own. */
    private static final class CountingMap extends ConcurrentHashMap<String, Integer> {
        private static final long serialVersionUID = 1L;

        void count(String key) {
            put(key, getOrDefault(key, 0) + 1);
        }
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void aSubclassOfAMapCallsItself() throws InterruptedException {
        CountingMap counts = new CountingMap();
        Concurrently.run(() -> counts.count("key"), () -> counts.count("key"));
        assertEquals(2, counts.get("key"));
    }
}

package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import java.util.Vector;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;

/** Copy-on-write and synchronized collections, and those behind interfaces. */
final class CollectionScenarios {
    private final AtomicInteger calls = new AtomicInteger();

    @Passes
    void anIteratorOfACopyOnWriteListSeesOneMoment() throws InterruptedException {
        List<Integer> list = new CopyOnWriteArrayList<>(List.of(1, 2));
        Concurrently.run(
                () -> {
                    int seen = 0;
                    for (Iterator<Integer> items = list.iterator(); items.hasNext(); items.next()) {
                        seen++;
                    }
                    assertTrue(seen == 2 || seen == 3);
                },
                () -> list.add(3));
    }

    @Fails(value = BugKind.EXCEPTION, saying = "IndexOutOfBoundsException")
    void sizeAndGetOfACopyOnWriteListAreTwoSteps() throws InterruptedException {
        List<Integer> list = new CopyOnWriteArrayList<>(List.of(1, 2));
        Concurrently.run(() -> list.get(list.size() - 1), () -> list.remove(0));
    }

    @Passes
    void aCopyOnWriteSetAddsOnce() throws InterruptedException {
        Set<String> set = new CopyOnWriteArraySet<>();
        Concurrently.Action add = () -> {
            if (set.add("item")) {
                calls.incrementAndGet();
            }
        };
        Concurrently.run(add, add);
        assertEquals(1, calls.get());
    }

    @Passes
    void aCallbackOfASynchronizedListHoldsItsMonitor() throws InterruptedException {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2, 3)));
        Concurrently.run(
                () -> list.forEach(item -> {
                    Thread.yield();
                    calls.addAndGet(item);
                }),
                () -> list.add(4),
                () -> {
                    synchronized (list) {
                        for (Integer item : list) {
                            Thread.yield();
                            assertTrue(item > 0);
                        }
                    }
                });
        assertEquals(4, list.size());
    }

    @Fails(value = BugKind.EXCEPTION, saying = "ConcurrentModificationException")
    void anIteratorOfASynchronizedListDoesNot() throws InterruptedException {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2, 3)));
        Concurrently.run(
                () -> {
                    for (Integer item : list) {
                        calls.addAndGet(item);
                    }
                },
                () -> list.add(4));
    }

    @Passes
    void synchronizedMapsAndCollectionsExclude() throws InterruptedException {
        Map<String, Integer> map = Collections.synchronizedMap(new HashMap<>());
        Collection<String> collection = Collections.synchronizedCollection(new ArrayList<>());
        Concurrently.Action count = () -> {
            map.merge("key", 1, (a, b) -> {
                Thread.yield();
                return a + b;
            });
            collection.add("item");
        };
        Concurrently.run(count, count);
        assertEquals(2, map.get("key"));
        assertEquals(2, collection.size());
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void twoCallsOfASynchronizedMapAreTwoSteps() throws InterruptedException {
        Map<String, Integer> map = Collections.synchronizedMap(new HashMap<>());
        Concurrently.Action count = () -> map.put("key", map.getOrDefault("key", 0) + 1);
        Concurrently.run(count, count);
        assertEquals(2, map.get("key"));
    }

    @Passes
    void aCallbackOfAHashtableHoldsItsMonitor() throws InterruptedException {
        Hashtable<String, Integer> table = new Hashtable<>();
        Concurrently.run(
                () -> table.computeIfAbsent("a", key -> {
                    Thread.yield();
                    return calls.incrementAndGet();
                }),
                () -> table.put("b", 1),
                () -> {
                    synchronized (table) {
                        table.put("c", calls.get());
                    }
                });
        assertEquals(3, table.size());
    }

    @Passes
    void aCallbackOfAVectorHoldsItsMonitor() throws InterruptedException {
        Vector<Integer> vector = new Vector<>(List.of(1, 2, 3));
        Concurrently.run(
                () -> vector.forEach(item -> {
                    Thread.yield();
                    calls.addAndGet(item);
                }),
                () -> vector.add(4),
                () -> vector.removeIf(item -> {
                    Thread.yield();
                    return item == 1;
                }));
        assertEquals(3, vector.size());
    }

    @Fails(value = BugKind.EXCEPTION, saying = "EmptyStackException")
    void lookingAndPoppingAreTwoSteps() throws InterruptedException {
        Stack<Integer> stack = new Stack<>();
        stack.push(1);
        Concurrently.Action pop = () -> {
            if (!stack.empty()) {
                stack.pop();
            }
        };
        Concurrently.run(pop, pop);
    }

    @Passes
    void stringBuffersLoseNothing() throws InterruptedException {
        StringBuffer buffer = new StringBuffer();
        Concurrently.run(() -> buffer.append("ab"), () -> buffer.append("cd"));
        assertEquals(4, buffer.length());
    }

    @Passes
    void plainCollectionsOfOneThreadHaveNoPoints() throws InterruptedException {
        Concurrently.Action fill = () -> {
            List<Integer> list = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                list.add(i);
            }
            calls.addAndGet(list.size());
        };
        Concurrently.run(fill, fill);
        assertEquals(20, calls.get());
    }

    @Passes
    void whatAStringBufferAppendsMayGiveWay() throws InterruptedException {
        StringBuffer buffer = new StringBuffer();
        Object slow = new Object() {
            @Override
            public String toString() {
                Thread.yield();
                return "ab";
            }
        };
        Concurrently.run(
                () -> buffer.append(slow), () -> buffer.insert(0, slow), () -> assertTrue(buffer.length() <= 4));
        assertEquals("abab", buffer.toString());
    }

    /** Gives way at each even number: the order decides the schedule. */
    private void giveWay(Iterable<Integer> numbers) {
        for (int number : numbers) {
            calls.incrementAndGet();
            if (number % 2 == 0) {
                Thread.yield();
            }
        }
    }

    @Passes
    void immutableSetsAndMapsHaveOneOrderInEveryJvm() throws InterruptedException {
        Concurrently.run(
                () -> giveWay(Set.of(1, 2, 3, 5, 8, 13, 21)),
                () -> giveWay(Map.of("one", 1, "two", 2, "three", 3, "four", 4).values()));
        assertEquals(11, calls.get());
    }
}

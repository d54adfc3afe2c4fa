package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.BugKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Iterators and views of collections that another thread changes meanwhile. */
final class IterationScenarios {
    private static final String CHANGED = "ConcurrentModificationException";

    private static int sum(Iterable<Integer> numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Fails(value = BugKind.EXCEPTION, saying = CHANGED)
    void aListGrowsDuringALoop() throws InterruptedException {
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        Concurrently.run(() -> sum(list), () -> list.add(3));
    }

    @Fails(value = BugKind.EXCEPTION, saying = CHANGED)
    void aSetGrowsDuringALoop() throws InterruptedException {
        Collection<Integer> set = new HashSet<>(List.of(1, 2));
        Concurrently.run(() -> sum(set), () -> set.add(3));
    }

    @Fails(value = BugKind.EXCEPTION, saying = CHANGED)
    void theValuesOfAMapGrowDuringALoop() throws InterruptedException {
        Map<String, Integer> map = new HashMap<>(Map.of("one", 1, "two", 2));
        Concurrently.run(() -> sum(map.values()), () -> map.put("three", 3));
    }

    @Fails(value = BugKind.EXCEPTION, saying = CHANGED)
    void theKeysOfASortedMapGrowDuringALoop() throws InterruptedException {
        Map<Integer, Integer> map = new TreeMap<>(Map.of(1, 1, 2, 2));
        Concurrently.run(() -> sum(map.keySet()), () -> map.put(3, 3));
    }

    @Fails(value = BugKind.EXCEPTION, saying = CHANGED)
    void aListBehindAnUnmodifiableViewGrowsDuringALoop() throws InterruptedException {
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        List<Integer> view = Collections.unmodifiableList(list);
        Concurrently.run(() -> sum(view), () -> list.add(3));
    }

    @Fails(value = BugKind.EXCEPTION, saying = CHANGED)
    void aSynchronizedListGrowsDuringALoop() throws InterruptedException {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
        Concurrently.run(() -> sum(list), () -> list.add(3));
    }

    @Fails(value = BugKind.EXCEPTION, saying = CHANGED)
    void theKeysOfASynchronizedMapGrowDuringALoop() throws InterruptedException {
        Map<Integer, Integer> map = Collections.synchronizedMap(new HashMap<>(Map.of(1, 1, 2, 2)));
        Concurrently.run(() -> sum(map.keySet()), () -> map.put(3, 3));
    }

    @Fails(value = BugKind.EXCEPTION, saying = CHANGED)
    void anIteratorRemovesBesideAnother() throws InterruptedException {
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
        Concurrently.Action removal = () -> {
            Iterator<Integer> numbers = list.iterator();
            numbers.next();
            numbers.remove();
        };
        Concurrently.run(removal, removal);
    }

    @Passes
    void aLockAroundTheLoopKeepsOthersOut() throws InterruptedException {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
        Concurrently.run(
                () -> {
                    synchronized (list) {
                        sum(list);
                    }
                },
                () -> list.add(3));
        assertEquals(6, sum(list));
    }

    @Passes
    void loopsThatOnlyReadAreNoRace() throws InterruptedException {
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        Concurrently.run(() -> assertEquals(3, sum(list)), () -> assertEquals(3, sum(list.subList(0, 2))));
    }
}

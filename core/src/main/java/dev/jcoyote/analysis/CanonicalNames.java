package dev.jcoyote.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for threads and objects that all executions of a program agree on: a thread is the <i>n</i>-th one that its parent
 * started, an object the <i>n</i>-th one of its class that its thread created. Classes count apart, because what the JVM does
 * only once, in the first execution, creates objects too.
 *
 * <p>An object whose creation was not seen shares the number of all such objects of its class: who compares executions by
 * these numbers then takes two objects for one, which costs time, and never one for two.
 */
final class CanonicalNames {
    private static final int MAIN = 0;
    private static final int UNKNOWN = -1;

    private final Map<Long, Integer> threadNumbers = new HashMap<>();
    private final Map<Creation, Integer> objectNumbers = new HashMap<>();
    private final Map<String, Integer> classNumbers = new HashMap<>();

    /** One of the objects of a class that a thread creates. */
    private record Creation(int thread, int type, int number) {}

    /** Of this execution, by thread: its number, how many threads it has started, how many objects of each class created. */
    private int[] threads = new int[16];

    private int[] children = new int[16];
    private int[][] creations = new int[16][0];

    /** Of this execution, by resource. */
    private int[] objects = new int[256];

    private int known;

    void begin() {
        Arrays.fill(objects, 0, known, UNKNOWN);
        known = 0;
        threads[0] = MAIN;
        children[0] = 0;
        Arrays.fill(creations[0], 0);
    }

    void started(int thread, int child) {
        if (child >= threads.length) {
            threads = Arrays.copyOf(threads, child * 2);
            children = Arrays.copyOf(children, child * 2);
            int before = creations.length;
            creations = Arrays.copyOf(creations, child * 2);
            Arrays.fill(creations, before, creations.length, new int[0]);
        }
        threads[child] = number(threadNumbers, threads[thread], ++children[thread]) + 1;
        children[child] = 0;
        Arrays.fill(creations[child], 0);
    }

    void created(int thread, int resource, Object object) {
        makeRoom(resource);
        if (objects[resource] == UNKNOWN) {
            int type = type(object);
            if (type >= creations[thread].length) {
                creations[thread] = Arrays.copyOf(creations[thread], type * 2 + 1);
            }
            Creation creation = new Creation(threads[thread], type, creations[thread][type]++);
            objects[resource] = objectNumbers.computeIfAbsent(creation, any -> objectNumbers.size());
        }
    }

    private int type(Object object) {
        return classNumbers.computeIfAbsent(object.getClass().getName(), any -> classNumbers.size());
    }

    int thread(int thread) {
        return threads[thread];
    }

    /** The object's number, at least 0 if its creation was seen; else that of its class, at most -2. */
    int object(int resource, Object object) {
        makeRoom(resource);
        if (objects[resource] == UNKNOWN) {
            objects[resource] = -2 - type(object);
        }
        return objects[resource];
    }

    private void makeRoom(int resource) {
        if (resource >= objects.length) {
            int before = objects.length;
            objects = Arrays.copyOf(objects, resource * 2);
            Arrays.fill(objects, before, objects.length, UNKNOWN);
        }
        while (known <= resource) {
            objects[known++] = UNKNOWN;
        }
    }

    private static int number(Map<Long, Integer> numbers, int owner, int counter) {
        return numbers.computeIfAbsent(((long) owner << 32) | counter, any -> numbers.size());
    }
}

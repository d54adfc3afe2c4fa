package dev.jcoyote.analysis;

import dev.jcoyote.analysis.Trace.Does;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** An execution of a small random program: threads, locks, volatile and atomic variables, and plain places. */
final class RandomTrace {
    private static final int PLACES = 4;
    private static final int LOCKS = 3;
    private static final int VOLATILES = 2;

    private final Random random;
    private final Trace trace = new Trace();
    private final List<Deque<Integer>> held = new ArrayList<>();
    private final int[] owners = new int[LOCKS];
    private final List<Integer> running = new ArrayList<>();
    private final List<Integer> ended = new ArrayList<>();

    private RandomTrace(long seed) {
        random = new Random(seed);
        Arrays.fill(owners, -1);
        begin(0);
    }

    static Trace of(long seed) {
        RandomTrace made = new RandomTrace(seed);
        int steps = 10 + made.random.nextInt(60);
        for (int step = 0; step < steps; step++) {
            made.step();
        }
        return made.trace;
    }

    private void begin(int thread) {
        held.add(new ArrayDeque<>());
        running.add(thread);
    }

    private void step() {
        int thread = running.get(random.nextInt(running.size()));
        switch (random.nextInt(12)) {
            case 0 -> {
                if (held.size() < 5) {
                    trace.add(thread, Does.START, held.size());
                    begin(held.size());
                }
            }
            case 1 -> {
                if (thread != 0 && held.get(thread).isEmpty()) {
                    running.remove((Integer) thread);
                    ended.add(thread);
                }
            }
            case 2 -> {
                if (!ended.isEmpty()) {
                    trace.add(thread, Does.JOIN, ended.get(random.nextInt(ended.size())));
                }
            }
            case 3, 4 -> acquire(thread, random.nextInt(LOCKS));
            case 5, 6 -> release(thread);
            case 7 -> trace.add(thread, random.nextBoolean() ? Does.VOLATILE_READ : Does.VOLATILE_WRITE, variable());
            // A variable of its own: the oracle knows no order between updates and other accesses.
            case 8 -> trace.add(thread, Does.UPDATE, 100 + variable());
            default -> trace.add(thread, random.nextInt(3) == 0 ? Does.WRITE : Does.READ, random.nextInt(PLACES));
        }
    }

    private int variable() {
        return random.nextInt(VOLATILES);
    }

    private void acquire(int thread, int lock) {
        if (owners[lock] < 0) {
            owners[lock] = thread;
            held.get(thread).push(lock);
            trace.add(thread, Does.ACQUIRE, lock);
        }
    }

    private void release(int thread) {
        Integer lock = held.get(thread).poll();
        if (lock != null) {
            owners[lock] = -1;
            trace.add(thread, Does.RELEASE, lock);
        }
    }
}

package dev.jcoyote.analysis;

import java.util.Arrays;

/** A vector clock a step: how many steps of each thread come before it in every order that is equivalent to the one seen. */
final class StepClocks {
    private int threads;
    private int steps;
    private int[] rows = new int[4096];

    /** Makes room for so many steps of so many threads. */
    void begin(int stepCount, int threadCount) {
        steps = stepCount;
        threads = threadCount;
        long room = (long) stepCount * threadCount;
        if (room > rows.length) {
            rows = new int[Math.toIntExact(Math.min(Integer.MAX_VALUE - 8, Math.max(room, 2L * rows.length)))];
        }
    }

    /** Whether there is room at all: the clocks of a step for every thread fit in an array. */
    static boolean fit(int stepCount, int threadCount) {
        return (long) stepCount * threadCount <= 1 << 28;
    }

    int steps() {
        return steps;
    }

    /** The clock begins as that of another step, or as zero. */
    void copy(int step, int from) {
        if (from < 0) {
            Arrays.fill(rows, step * threads, (step + 1) * threads, 0);
        } else {
            System.arraycopy(rows, from * threads, rows, step * threads, threads);
        }
    }

    void set(int step, int thread, int value) {
        rows[step * threads + thread] = value;
    }

    int get(int step, int thread) {
        return rows[step * threads + thread];
    }

    void join(int step, int other) {
        int to = step * threads;
        int from = other * threads;
        for (int thread = 0; thread < threads; thread++) {
            rows[to + thread] = Math.max(rows[to + thread], rows[from + thread]);
        }
    }
}

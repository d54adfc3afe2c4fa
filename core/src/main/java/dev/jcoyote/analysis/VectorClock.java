package dev.jcoyote.analysis;

import java.util.Arrays;

/** A moment in the order that an execution has to keep: how far each thread had come, as far as that is known there. */
final class VectorClock {
    private int[] values = new int[4];

    /** All values from here on are 0. */
    private int size;

    /** How far that thread had come. */
    int get(int thread) {
        return thread < size ? values[thread] : 0;
    }

    void set(int thread, int value) {
        if (thread >= size) {
            require(thread + 1);
        }
        values[thread] = value;
    }

    /** Makes this the earliest moment that has both behind it. */
    void join(VectorClock other) {
        int count = other.size;
        if (count > size) {
            require(count);
        }
        int[] mine = values;
        int[] others = other.values;
        for (int thread = 0; thread < count; thread++) {
            // Which is greater is hard to foretell: this needs no branch.
            mine[thread] = Math.max(mine[thread], others[thread]);
        }
    }

    /** Makes this the same moment as the other. */
    void become(VectorClock other) {
        int count = other.size;
        if (count > size) {
            require(count);
        } else if (count < size) {
            Arrays.fill(values, count, size, 0);
            size = count;
        }
        System.arraycopy(other.values, 0, values, 0, count);
    }

    /** Whether that moment of a thread is known here. */
    boolean isAfter(long epoch) {
        int thread = HappensBefore.threadOf(epoch);
        return thread < size && HappensBefore.valueOf(epoch) <= values[thread];
    }

    /** Whether all that is known there is known here. */
    boolean isAfter(VectorClock other) {
        for (int thread = 0; thread < other.size; thread++) {
            if (other.values[thread] > get(thread)) {
                return false;
            }
        }
        return true;
    }

    void clear() {
        Arrays.fill(values, 0, size, 0);
        size = 0;
    }

    private void require(int count) {
        if (count > values.length) {
            values = Arrays.copyOf(values, Math.max(count, values.length * 2));
        }
        size = count;
    }
}

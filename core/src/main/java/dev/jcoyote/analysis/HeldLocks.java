package dev.jcoyote.analysis;

import java.util.Arrays;

/** Which monitors and locks each thread holds, in the order in which it took them. */
final class HeldLocks {
    private int[][] held = new int[8][];
    private int[] counts = new int[8];

    void clear() {
        Arrays.fill(counts, 0);
    }

    void take(int thread, int lock) {
        if (thread >= held.length) {
            int capacity = Math.max(thread + 1, held.length * 2);
            held = Arrays.copyOf(held, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
        int[] locks = held[thread];
        int count = counts[thread]++;
        if (locks == null) {
            locks = new int[4];
            held[thread] = locks;
        } else if (count == locks.length) {
            locks = Arrays.copyOf(locks, count * 2);
            held[thread] = locks;
        }
        locks[count] = lock;
    }

    /** The thread gives up the last hold that it has of that lock, if it has one. */
    void release(int thread, int lock) {
        if (thread >= held.length) {
            return;
        }
        int[] locks = held[thread];
        int position = counts[thread] - 1;
        while (position >= 0 && locks[position] != lock) {
            position--;
        }
        if (position >= 0) {
            counts[thread]--;
            System.arraycopy(locks, position + 1, locks, position, counts[thread] - position);
        }
    }

    /** The numbers of the locks that the thread holds, each once. */
    int[] of(int thread) {
        if (thread >= held.length || counts[thread] == 0) {
            return new int[0];
        }
        return Arrays.stream(held[thread], 0, counts[thread]).distinct().toArray();
    }
}

package dev.jcoyote.search;

import java.util.Arrays;

/** One step of an execution with few preemptions, and which threads are to be chosen in its place. */
final class BoundedNode {
    private static final int[] NO_THREADS = {};

    /** The thread that is chosen here, by its canonical number. */
    int thread;

    /** What it comes to, in every run; 0 if that is not known yet. */
    int operation;

    /** The threads that can be chosen, where they are several. */
    int[] enabled = NO_THREADS;

    /** The one of them that a preemption would keep from going on, or -1. */
    int current;

    /** How many preemptions there were before. */
    int preemptions;

    final ValueChoices values = new ValueChoices();

    private boolean[] wanted = {};
    private boolean[] done = {};

    void begin(int preemptionsBefore) {
        operation = 0;
        enabled = NO_THREADS;
        current = -1;
        preemptions = preemptionsBefore;
        values.clear();
        wanted = new boolean[0];
        done = new boolean[0];
    }

    void choices(int[] threads, int preempted) {
        enabled = threads;
        current = preempted;
        wanted = new boolean[threads.length];
        done = new boolean[threads.length];
    }

    /** Chooses a thread for the first time. */
    void first(int chosen) {
        thread = chosen;
        int position = position(chosen);
        if (position >= 0) {
            wanted[position] = true;
            done[position] = true;
        }
    }

    boolean isEnabled(int other) {
        return position(other) >= 0;
    }

    void want(int other) {
        int position = position(other);
        if (position >= 0) {
            wanted[position] = true;
        }
    }

    void wantAll() {
        Arrays.fill(wanted, true);
    }

    /** How many preemptions there are if that thread is chosen. */
    int preemptionsWith(int chosen) {
        return preemptions + (current >= 0 && current != chosen ? 1 : 0);
    }

    /** Chooses a thread that is wanted and was not chosen yet, within the bound; says whether there is one. */
    boolean next(int bound) {
        for (int i = 0; i < enabled.length; i++) {
            if (wanted[i] && !done[i] && preemptionsWith(enabled[i]) <= bound) {
                done[i] = true;
                thread = enabled[i];
                operation = 0;
                values.clear();
                return true;
            }
        }
        return false;
    }

    /** Whether the bound keeps a wanted thread from being chosen. */
    boolean isCut(int bound) {
        for (int i = 0; i < enabled.length; i++) {
            if (wanted[i] && preemptionsWith(enabled[i]) > bound) {
                return true;
            }
        }
        return false;
    }

    int countDone() {
        int count = 0;
        for (boolean isDone : done) {
            count += isDone ? 1 : 0;
        }
        return count;
    }

    int countWanted(int bound) {
        int count = 0;
        for (int i = 0; i < enabled.length; i++) {
            count += wanted[i] && preemptionsWith(enabled[i]) <= bound ? 1 : 0;
        }
        return count;
    }

    private int position(int other) {
        for (int i = 0; i < enabled.length; i++) {
            if (enabled[i] == other) {
                return i;
            }
        }
        return -1;
    }
}

package dev.jcoyote.analysis;

import java.util.Arrays;

/** The last reads of a place by several threads that nothing orders. */
final class ReadSet {
    private long[] epochs = new long[4];
    private int[] sites = new int[4];
    private int[] events = new int[4];
    private int size;

    int size() {
        return size;
    }

    long epoch(int position) {
        return epochs[position];
    }

    int site(int position) {
        return sites[position];
    }

    int event(int position) {
        return events[position];
    }

    /** The thread's read replaces its last one. */
    void add(long epoch, int site, int event) {
        int position = 0;
        while (position < size && HappensBefore.threadOf(epochs[position]) != HappensBefore.threadOf(epoch)) {
            position++;
        }
        if (position == size) {
            size++;
            if (size > epochs.length) {
                epochs = Arrays.copyOf(epochs, size * 2);
                sites = Arrays.copyOf(sites, size * 2);
                events = Arrays.copyOf(events, size * 2);
            }
        }
        epochs[position] = epoch;
        sites[position] = site;
        events[position] = event;
    }

    /** Whether the read at that moment is among them. */
    boolean contains(long epoch) {
        for (int position = 0; position < size; position++) {
            if (epochs[position] == epoch) {
                return true;
            }
        }
        return false;
    }

    void clear() {
        size = 0;
    }
}

package dev.jcoyote.analysis;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each place in memory: its last write, and the reads since, as one epoch while they are ordered and a
 * {@link ReadSet} when they are not. Rows are the numbers of the {@link LocationTable}.
 */
final class ShadowTable {
    /** In place of a read's epoch: there are several. */
    private static final long SHARED = -1;

    private static final int LEAST_CAPACITY = 256;

    private final LocationTable places = new LocationTable();
    private long[] writes = new long[LEAST_CAPACITY];
    private int[] writeSites = new int[LEAST_CAPACITY];
    private int[] writeEvents = new int[LEAST_CAPACITY];
    private long[] reads = new long[LEAST_CAPACITY];
    private int[] readSites = new int[LEAST_CAPACITY];
    private int[] readEvents = new int[LEAST_CAPACITY];
    private @Nullable ReadSet[] readSets = new ReadSet[0];

    /** The row of the place. */
    int row(int resource, int slot) {
        int row = places.indexOf(resource, slot);
        if (row >= writes.length) {
            grow();
        }
        return row;
    }

    long write(int row) {
        return writes[row];
    }

    int writeSite(int row) {
        return writeSites[row];
    }

    int writeEvent(int row) {
        return writeEvents[row];
    }

    /** The only last read, or {@link HappensBefore#NEVER}; not if {@link #isShared}. */
    long read(int row) {
        return reads[row];
    }

    int readSite(int row) {
        return readSites[row];
    }

    int readEvent(int row) {
        return readEvents[row];
    }

    /** Whether several threads have read since the last write, in no order. */
    boolean isShared(int row) {
        return reads[row] == SHARED;
    }

    /** The reads of a row that {@link #isShared}. */
    ReadSet readers(int row) {
        return Objects.requireNonNull(readSets[row]);
    }

    /** The write is the last one, and orders what was read before. */
    void written(int row, long epoch, int site, int event) {
        writes[row] = epoch;
        writeSites[row] = site;
        writeEvents[row] = event;
        reads[row] = HappensBefore.NEVER;
    }

    /** The read comes after all others. */
    void readLast(int row, long epoch, int site, int event) {
        reads[row] = epoch;
        readSites[row] = site;
        readEvents[row] = event;
    }

    /** The read is not ordered with the others. */
    void readBeside(int row, long epoch, int site, int event) {
        if (row >= readSets.length) {
            readSets = Arrays.copyOf(readSets, writes.length);
        }
        ReadSet set = readSets[row];
        if (set == null) {
            set = new ReadSet();
            readSets[row] = set;
        }
        if (reads[row] != SHARED) {
            set.clear();
            set.add(reads[row], readSites[row], readEvents[row]);
            reads[row] = SHARED;
        }
        set.add(epoch, site, event);
    }

    void clear() {
        int end = Math.min(writes.length, places.size() + 1);
        Arrays.fill(writes, 0, end, HappensBefore.NEVER);
        Arrays.fill(reads, 0, end, HappensBefore.NEVER);
        places.clear();
    }

    private void grow() {
        int capacity = writes.length * 2;
        writes = Arrays.copyOf(writes, capacity);
        writeSites = Arrays.copyOf(writeSites, capacity);
        writeEvents = Arrays.copyOf(writeEvents, capacity);
        reads = Arrays.copyOf(reads, capacity);
        readSites = Arrays.copyOf(readSites, capacity);
        readEvents = Arrays.copyOf(readEvents, capacity);
    }
}

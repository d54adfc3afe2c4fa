package dev.jcoyote.analysis;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import java.util.Arrays;

/**
 * A hash of the happens-before graph of an execution's operations: two executions that differ only in the order of
 * operations which do not conflict have the same one.
 *
 * <p>The hash of an operation is made from what it does, where, and by which thread, and from the hashes of those that it
 * comes directly after: the one before it of its thread, the last write of what it touches, and, if it is a write, the reads
 * since then, whose order does not matter. All are added up, so that the order in which they came leaves no trace. Numbers of
 * this execution alone never enter. An access to all of an object and one to a part of it count as independent.
 */
public final class GraphHash {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final int NOWHERE = -1;

    private final LineOrders orders = new LineOrders();
    private final LongIndex places = new LongIndex();

    /** By place: the hash of the last write, the sum of those of the reads since then, and who did both last where. */
    private long[] writes = new long[32];

    private long[] reads = new long[32];
    private int[] writers = new int[32];
    private int[] writeSites = new int[32];
    private int[] readers = new int[32];
    private int[] readSites = new int[32];

    /** By thread: the hash of its last operation. */
    private long[] threads = new long[16];

    private int threadCount;
    private long sum;

    /** The last operation, which is not entered yet: whether it is a write may turn out later. */
    private long hash;

    private int thread = NOWHERE;
    private int site;
    private int place;
    private boolean isWrite;

    /** A new execution begins. */
    public void begin() {
        places.clear();
        threadCount = 0;
        sum = 0;
        thread = NOWHERE;
    }

    /** An operation is executed by a thread whose path has that hash. */
    public void executed(Operation operation, OperationKind kind, int pathHash) {
        enter();
        thread = operation.thread();
        meet(thread, pathHash);
        site = operation.site();
        isWrite = operation.isWrite();
        hash = mix(threads[thread] + (Sites.hash(site) * 31 + kind.stableHash()) * GAMMA);
        place = touchesAny(operation, kind)
                ? placeOf(((long) operation.resource() << 32) | (operation.slot() & 0xFFFFFFFFL))
                : NOWHERE;
    }

    private static boolean touchesAny(Operation operation, OperationKind kind) {
        return (operation.resource() != Operation.NO_RESOURCE || operation.slot() != 0)
                && kind != OperationKind.TIMEOUT;
    }

    /** The compare-and-set that was executed last has failed: it was a read. */
    public void compareFailed() {
        isWrite = false;
    }

    /** The operation that was executed last has drawn a value. */
    public void chosen(int value) {
        hash = mix(hash + value + 1);
    }

    /** The hash of all that was executed. */
    public long value() {
        enter();
        return mix(sum);
    }

    /** Which source lines were seen to conflict, and in which order: of all executions. */
    public LineOrders orders() {
        return orders;
    }

    private void enter() {
        if (thread == NOWHERE) {
            return;
        }
        if (place != NOWHERE) {
            enterPlace();
        }
        threads[thread] = hash;
        sum += mix(hash);
        thread = NOWHERE;
    }

    private void enterPlace() {
        hash = mix(hash + writes[place]);
        if (writers[place] != NOWHERE && writers[place] != thread) {
            orders.add(writeSites[place], site);
        }
        if (isWrite) {
            if (readers[place] != NOWHERE && readers[place] != thread) {
                orders.add(readSites[place], site);
            }
            hash = mix(hash ^ reads[place]);
            writes[place] = hash;
            reads[place] = 0;
            writers[place] = thread;
            writeSites[place] = site;
            readers[place] = NOWHERE;
        } else {
            reads[place] += hash;
            readers[place] = thread;
            readSites[place] = site;
        }
    }

    private void meet(int number, int pathHash) {
        if (number >= threads.length) {
            threads = Arrays.copyOf(threads, Math.max(number + 1, threads.length * 2));
        }
        while (threadCount <= number) {
            threads[threadCount++] = 0;
        }
        if (threads[number] == 0) {
            threads[number] = mix(pathHash + GAMMA);
        }
    }

    private int placeOf(long key) {
        int before = places.size();
        int number = places.of(key);
        if (number == writes.length) {
            int room = number * 2;
            writes = Arrays.copyOf(writes, room);
            reads = Arrays.copyOf(reads, room);
            writers = Arrays.copyOf(writers, room);
            writeSites = Arrays.copyOf(writeSites, room);
            readers = Arrays.copyOf(readers, room);
            readSites = Arrays.copyOf(readSites, room);
        }
        if (number == before) {
            writes[number] = 0;
            reads[number] = 0;
            writers[number] = NOWHERE;
            readers[number] = NOWHERE;
        }
        return number;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}

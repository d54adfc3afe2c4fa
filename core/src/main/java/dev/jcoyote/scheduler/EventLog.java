package dev.jcoyote.scheduler;

import dev.jcoyote.analysis.GraphHash;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import java.util.Arrays;

/** The operations that an execution has executed, in order, and a hash of what must come before what: arrays are reused. */
public final class EventLog {
    /** In a kind's byte: the operation was chosen among several. */
    private static final int CHOSEN = 0x80;

    /** In a kind's byte: the thread before could have gone on. */
    private static final int LEAVES = 0x40;

    /** In a kind's byte: it could, but only waited in a loop, or for its time to be up. */
    private static final int IDLE = 0x20;

    private static final int KIND = IDLE - 1;

    private int[] threads = new int[1024];
    private int[] sites = new int[1024];
    private int[] resources = new int[1024];
    private byte[] kinds = new byte[1024];
    private int size;
    private final GraphHash graph = new GraphHash();

    void clear() {
        size = 0;
        graph.begin();
    }

    /** A thread whose path has that hash executes its operation. */
    void add(Operation operation, OperationKind kind, int pathHash) {
        if (size == threads.length) {
            threads = Arrays.copyOf(threads, size * 2);
            sites = Arrays.copyOf(sites, size * 2);
            resources = Arrays.copyOf(resources, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        threads[size] = operation.thread();
        sites[size] = operation.site();
        resources[size] = operation.resource();
        kinds[size] = (byte) kind.ordinal();
        size++;
        graph.executed(operation, kind, pathHash);
    }

    /** The last operation was chosen among several. */
    void markChosen() {
        kinds[size - 1] |= (byte) CHOSEN;
    }

    /** The thread before could have gone on instead; idly, if it only hinted that it waits. */
    void markLeaves(boolean isIdle) {
        kinds[size - 1] |= (byte) (isIdle ? LEAVES | IDLE : LEAVES);
    }

    /** Whether the thread of the operation before could have gone on instead. */
    public boolean leaves(int event) {
        return (kinds[event] & LEAVES) != 0;
    }

    /** Whether the operation comes after a preemption: the thread before could have gone on, and not only idly. */
    public boolean isPreemption(int event) {
        return (kinds[event] & (LEAVES | IDLE)) == LEAVES;
    }

    /** Whether the operation was chosen among several. */
    boolean isChosen(int event) {
        return (kinds[event] & CHOSEN) != 0;
    }

    /** Which operations come before which, whatever the order of those that do not conflict. */
    public GraphHash graph() {
        return graph;
    }

    /** How many operations were executed. */
    public int size() {
        return size;
    }

    /** The number of the thread that executed it. */
    public int thread(int event) {
        return threads[event];
    }

    /** The code position. */
    public int site(int event) {
        return sites[event];
    }

    /** The resource, or {@link Operation#NO_RESOURCE}. */
    public int resource(int event) {
        return resources[event];
    }

    /** What it did. */
    public OperationKind kind(int event) {
        return OperationKind.of(kinds[event] & KIND);
    }
}

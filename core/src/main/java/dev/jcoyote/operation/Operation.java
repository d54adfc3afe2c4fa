package dev.jcoyote.operation;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;

/**
 * The pending visible operation of one thread.
 *
 * <p>There is one instance a thread, changed in place when the thread reaches its next scheduling point: who needs an
 * operation for longer copies what it needs.
 */
public final class Operation {
    /** The resource of operations that touch none. */
    public static final int NO_RESOURCE = 0;

    private final int thread;
    private OperationKind kind = OperationKind.BEGIN;
    private int resource = NO_RESOURCE;
    private int slot;
    private boolean write;
    private int site = Sites.UNKNOWN;

    /** Creates the first operation of a thread: {@link OperationKind#BEGIN}. */
    public Operation(int thread) {
        this.thread = thread;
    }

    /** Makes this the operation that the thread comes to next. */
    public void become(OperationKind newKind, int newResource, int newSlot, boolean isWrite, int newSite) {
        kind = newKind;
        resource = newResource;
        slot = newSlot;
        write = isWrite;
        site = newSite;
    }

    /** The operation, which its thread executes now, has turned out not to change its resource. */
    public void becomeRead() {
        write = false;
    }

    /** The thread whose operation it is. */
    public int thread() {
        return thread;
    }

    /** What the operation does. */
    public OperationKind kind() {
        return kind;
    }

    /** The object that the operation touches, by order of first touch from 1; {@link #NO_RESOURCE} for none. */
    public int resource() {
        return resource;
    }

    /** The part of the resource, a field or an array element, as a number that every run agrees on; 0 is all of it. */
    public int slot() {
        return slot;
    }

    /** Whether the operation may change its resource. */
    public boolean isWrite() {
        return write;
    }

    /** The code position, a row of {@link Sites}. */
    public int site() {
        return site;
    }

    /**
     * Whether the order of the two operations may matter: they touch the same part of the same resource, and one of
     * them may change it.
     */
    public boolean conflictsWith(Operation other) {
        return conflictsWith(other.resource, other.slot, other.write);
    }

    /** Like {@link #conflictsWith(Operation)}, with an operation that touches that and may change it or not. */
    public boolean conflictsWith(int otherResource, int otherSlot, boolean otherWrites) {
        return (resource != NO_RESOURCE || slot != 0)
                && resource == otherResource
                && (slot == otherSlot || slot == 0 || otherSlot == 0)
                && (write || otherWrites);
    }

    /** A hash of kind and code position that is the same in every run. */
    public int stableHash() {
        return Sites.hash(site) * 31 + kind.stableHash();
    }

    /** Like {@link #stableHash}, but the same after an edit that has moved the line. */
    public int codeHash() {
        return Sites.codeHash(site) * 31 + kind.stableHash();
    }
}

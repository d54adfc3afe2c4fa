package dev.jcoyote.explain.trace;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import java.util.List;

/**
 * Something that a thread did, or that happened to it, as it was heard.
 *
 * @param type what it is
 * @param kind what kind of operation it is, or waits to be; {@code CODE} if it is none
 * @param event the position in the execution's log of the operation whose step it belongs to; -1 before the first
 * @param thread the thread's number
 * @param resource the object's number
 * @param slot the part of the object
 * @param write whether it may change that
 * @param site the code position
 * @param other the other thread that it is about, or the number of the plain access; -1 for none
 * @param stack the thread's frames at that moment, innermost first, if the code is not the program's own
 */
record Moment(
        Type type,
        OperationKind kind,
        int event,
        int thread,
        int resource,
        int slot,
        boolean write,
        int site,
        int other,
        List<StackTraceElement> stack) {
    /** What moments are. */
    enum Type {
        /** An operation of the log. */
        OPERATION,
        /** An access that is no scheduling point. */
        PLAIN,
        /** The thread cannot go on. */
        BLOCKED,
        /** It has left a monitor. */
        RELEASED,
        /** It has ended another thread's wait. */
        WOKE,
        /** Its compare-and-set has failed. */
        COMPARE_FAILED,
        /** It has started another thread. */
        STARTED,
        /** It has ended. */
        ENDED
    }

    /** Whether it is that the thread of the other moment cannot go on, at the same code position. */
    boolean isWaitAt(Moment other) {
        return type == Type.BLOCKED && thread == other.thread && site == other.site;
    }

    /** The same at an unknown code position. */
    Moment withoutSite() {
        return new Moment(type, kind, event, thread, resource, slot, write, Sites.UNKNOWN, other, stack);
    }

    /** The same with those frames. */
    Moment with(List<StackTraceElement> frames) {
        return new Moment(type, kind, event, thread, resource, slot, write, site, other, frames);
    }
}

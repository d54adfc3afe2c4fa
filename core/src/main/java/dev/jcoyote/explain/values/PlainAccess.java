package dev.jcoyote.explain.values;

/**
 * The access of a plain field or array element, or the call of a collection that is not thread-safe, that is no operation of
 * its own.
 *
 * @param event the position in the log of the operation whose step it belongs to; -1 before the first
 * @param thread the thread's number
 * @param resource the object's number; 0 for a static field
 * @param slot the field, or the element's index + 1; 0 for the whole object
 * @param write whether it may change what it accesses
 * @param site the code position
 * @param before the value before it; empty if that is not known
 * @param after the value after it; empty if that is not known
 */
public record PlainAccess(
        int event, int thread, int resource, int slot, boolean write, int site, String before, String after) {}

package dev.jcoyote.bridge;

import java.lang.StackWalker.StackFrame;

/** The calls in the code of the JVM's classes, as it runs. */
public interface CallSites {
    /**
     * Whether the instruction at which a frame stands may have called the method of the frame above it; true as well
     * where that cannot be known.
     */
    boolean mayCall(StackFrame caller, StackFrame callee);
}

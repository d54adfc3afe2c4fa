package dev.jcoyote.control;

import dev.jcoyote.bridge.CallSites;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells a debugger's evaluations from the program's own calls. A debugger stops a thread at an instruction and then has
 * it call a method from there: the stack shows a frame above one whose instruction cannot have called it.
 */
final class Evaluations {
    private final CallSites calls;
    private final StackWalker walker = StackWalker.getInstance(
            Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_HIDDEN_FRAMES));

    Evaluations(CallSites calls) {
        this.calls = calls;
    }

    /** Whether the calling thread is in one. */
    boolean isUnderWay() {
        return walker.walk(this::hasForeignCall);
    }

    private boolean hasForeignCall(Stream<StackFrame> frames) {
        Iterator<StackFrame> remaining = frames.iterator();
        StackFrame callee = remaining.next();
        while (remaining.hasNext()) {
            StackFrame caller = remaining.next();
            if (!calls.mayCall(caller, callee)) {
                return true;
            }
            callee = caller;
        }
        return false;
    }
}

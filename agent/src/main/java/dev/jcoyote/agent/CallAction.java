package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a call: a hook stands in its place, or before it.
 *
 * @param replaces whether the hook takes the call's operands and makes the call itself where need be
 * @param operand which operand of the call the hook gets as its resource, the receiver being the first; or
 *     {@link #NONE}. Only for hooks that stand before the call
 * @param kind what the operation does; null if the hook takes no site
 */
record CallAction(
        Hook hook, boolean replaces, int operand, @Nullable OperationKind kind, boolean write, String target) {
    /** The hook gets no operand of the call. */
    static final int NONE = -1;

    /** The hook, which takes no site, stands in place of the call. */
    static CallAction inPlace(Hook hook) {
        return new CallAction(hook, true, NONE, null, false, "");
    }

    /** The hook stands in place of the call. */
    static CallAction inPlace(Hook hook, OperationKind kind, boolean write, String target) {
        return new CallAction(hook, true, NONE, kind, write, target);
    }

    /** A scheduling point stands before the call, for one of its operands. */
    static CallAction point(int operand, OperationKind kind, boolean write, String target) {
        return new CallAction(Hook.POINT, false, operand, kind, write, target);
    }

    /** A scheduling point without a resource stands before the call. */
    static CallAction staticPoint(OperationKind kind, boolean write, String target) {
        return new CallAction(Hook.STATIC_POINT, false, NONE, kind, write, target);
    }

    /** A scheduling point stands before the call if its receiver is a concurrent or synchronized object. */
    static CallAction callPoint(boolean write, String target) {
        return new CallAction(Hook.CALL_POINT, false, 0, OperationKind.CALL, write, target);
    }

    /** The call is heard as a plain access of its receiver. */
    static CallAction plainCall(boolean write, String target) {
        return new CallAction(Hook.PLAIN_CALL, false, 0, OperationKind.CALL, write, target);
    }

    /** The call is heard as one that orders memory. */
    static CallAction fence(String target) {
        return new CallAction(Hook.TOUCHED_STATIC, false, NONE, OperationKind.CALL, false, target);
    }

    /** Whether the call touches nothing but what its target names: so it has to do with no other access. */
    boolean isFence() {
        return hook == Hook.TOUCHED_STATIC;
    }

    /** The call is reported as one that leaves control. */
    static CallAction external(String target) {
        return new CallAction(Hook.EXTERNAL, false, NONE, OperationKind.EXTERNAL, true, target);
    }

    /** The call is reported as one that leaves control, unless its receiver names a file of this machine. */
    static CallAction externalUnlessLocal(String target) {
        return new CallAction(Hook.EXTERNAL_UNLESS_LOCAL, false, 0, OperationKind.EXTERNAL, true, target);
    }

    /** The caller waits before the call until the monitor of its receiver is free. */
    static CallAction awaitFree() {
        return new CallAction(Hook.AWAIT_FREE, false, 0, null, false, "");
    }

    /** An object is about to be asked for its identity hash code, perhaps. */
    static CallAction hashing() {
        return new CallAction(Hook.HASHING, false, 0, null, false, "");
    }

    /** The caller, inside a monitor, waits before the call until that of an operand is free: a scheduling point. */
    static CallAction awaitNested(int operand) {
        return new CallAction(Hook.AWAIT_NESTED, false, operand, null, false, "");
    }

    /** Whether this only adds a scheduling point, and blocks or leaves nothing. */
    boolean isPoint() {
        return !replaces
                && switch (hook) {
                    case EXTERNAL, EXTERNAL_UNLESS_LOCAL, AWAIT_FREE, AWAIT_NESTED, HASHING -> false;
                    default -> true;
                };
    }
}

package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import org.jspecify.annotations.Nullable;

/**
 * The accesses of fields and array elements by Unsafe, the JDK's or the one that libraries use, that order memory. Plain ones by
 * offset do not, and copy most of what passes through buffers.
 */
final class UnsafeAccessCalls implements CallRule {
    private static final int OBJECT = 1;

    @Override
    public @Nullable CallAction actionFor(Call call) {
        if ((!call.type().equals("jdk/internal/misc/Unsafe") && !call.type().equals("sun/misc/Unsafe"))
                || !call.descriptor().startsWith("(Ljava/lang/Object;J")) {
            return null;
        }
        String name = call.name();
        boolean ordered = name.endsWith("Volatile")
                || name.endsWith("Acquire")
                || name.endsWith("Release")
                || name.endsWith("Opaque")
                || name.startsWith("putOrdered")
                || name.startsWith("compareAnd")
                || name.startsWith("weakCompareAnd")
                || name.startsWith("getAnd");
        boolean write = !name.startsWith("get") || name.startsWith("getAnd");
        return ordered ? CallAction.point(OBJECT, OperationKind.CALL, write, call.target()) : null;
    }
}

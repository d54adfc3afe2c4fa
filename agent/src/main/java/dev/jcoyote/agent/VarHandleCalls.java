package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The access methods of VarHandle. Their call sites have the signature of the use: first the object or array and the
 * index, if there are any, then the values.
 */
final class VarHandleCalls implements CallRule {
    private static final int FIRST_ARGUMENT = 1;

    @Override
    public @Nullable CallAction actionFor(Call call) {
        if (!call.type().equals("java/lang/invoke/VarHandle") || call.isStatic()) {
            return null;
        }
        int values = valueCount(call.name());
        if (values < 0) {
            return null;
        }
        Type[] arguments = Type.getArgumentTypes(call.descriptor());
        boolean write = !ReadOnlyCalls.contains(call.name());
        boolean hasObject = arguments.length > values && arguments[0].getSort() >= Type.ARRAY;
        return hasObject
                ? CallAction.point(FIRST_ARGUMENT, OperationKind.CALL, write, call.target())
                : CallAction.staticPoint(OperationKind.CALL, write, call.target());
    }

    /** How many values an access method takes besides the coordinates; -1 if the method is none. */
    private static int valueCount(String name) {
        if (name.startsWith("compareAnd") || name.startsWith("weakCompareAnd")) {
            return 2;
        }
        if (name.startsWith("getAnd") || name.startsWith("set")) {
            return 1;
        }
        return name.equals("get") || name.equals("getVolatile") || name.equals("getAcquire") || name.equals("getOpaque")
                ? 0
                : -1;
    }
}

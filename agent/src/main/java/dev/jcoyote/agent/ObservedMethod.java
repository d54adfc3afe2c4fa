package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Hooks inside a {@code synchronized} method that keeps its modifier, because its class was loaded before: the model
 * hears of the lock after the JVM has taken it, and before the JVM releases it.
 */
final class ObservedMethod extends GuardedBody {
    ObservedMethod(MethodVisitor next, MethodContext context) {
        super(next, context);
    }

    @Override
    void emitEntry() {
        SynchronizedMethodWrapper.loadLock(mv, context);
        context.emit(mv, Hook.MONITOR_ENTER_IN_JDK, OperationKind.MONITOR_ENTER, true, "");
    }

    @Override
    void emitExit() {
        SynchronizedMethodWrapper.loadLock(mv, context);
        context.emit(mv, Hook.MONITOR_EXIT);
    }

    @Override
    Object[] localsAtExit() {
        return (context.access & Opcodes.ACC_STATIC) != 0 ? new Object[0] : new Object[] {context.type.name()};
    }
}

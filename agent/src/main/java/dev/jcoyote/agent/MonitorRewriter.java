package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Puts a hook before the entry and the exit of monitors. The instructions themselves stay, on the same value: the JIT
 * compilers refuse a method whose monitors do not pair.
 */
final class MonitorRewriter extends MethodVisitor {
    private final MethodContext context;
    private final Hook enter;

    /**
     * Creates one.
     *
     * @param points whether the entry is a scheduling point
     */
    MonitorRewriter(MethodVisitor next, MethodContext context, boolean points) {
        super(Opcodes.ASM9, next);
        this.context = context;
        enter = points ? Hook.MONITOR_ENTER : Hook.MONITOR_ENTER_IN_JDK;
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.MONITORENTER) {
            mv.visitInsn(Opcodes.DUP);
            context.emit(mv, enter, OperationKind.MONITOR_ENTER, true, "");
        } else if (opcode == Opcodes.MONITOREXIT) {
            mv.visitInsn(Opcodes.DUP);
            context.emit(mv, Hook.MONITOR_EXIT);
        }
        super.visitInsn(opcode);
    }
}

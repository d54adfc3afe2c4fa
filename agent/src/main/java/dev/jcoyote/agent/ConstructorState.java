package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Follows whether the object of a constructor is initialised: after the call of another constructor for it, in the order of
 * the code, corrected by each stack map frame.
 */
final class ConstructorState extends MethodVisitor {
    private final MethodContext context;
    private boolean isInitialized;
    private int uninitialized;

    ConstructorState(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
        isInitialized = !context.isConstructor();
    }

    /** Whether it is; always true in other methods. */
    boolean isInitialized() {
        return isInitialized;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW) {
            uninitialized++;
        }
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (opcode == Opcodes.INVOKESPECIAL && name.equals("<init>")) {
            if (uninitialized > 0) {
                uninitialized--;
            } else {
                isInitialized = true;
            }
        }
    }

    @Override
    public void visitFrame(int type, int localCount, Object[] locals, int stackCount, Object @Nullable [] stack) {
        if (context.isConstructor()) {
            isInitialized = localCount > 0 && locals[0] != Opcodes.UNINITIALIZED_THIS;
            uninitialized = 0;
            for (int i = 0; stack != null && i < stackCount; i++) {
                // An object lies there once to be initialised, and once more for its use.
                if (stack[i] instanceof Label && (i == 0 || stack[i - 1] != stack[i])) {
                    uninitialized++;
                }
            }
        }
        super.visitFrame(type, localCount, locals, stackCount, stack);
    }
}

package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Puts hooks around the native calls with which the JDK waits for other processes and machines, so that other threads can
 * run meanwhile. No lock is taken and no class is loaded inside such a call.
 */
final class NativeWaits extends MethodVisitor {
    private static final Object[] NOTHING = {};
    private static final Object[] THROWABLE = {"java/lang/Throwable"};

    private record Block(
            Label start, Label end, Label handler, @Nullable String type) {}

    private final MethodContext context;
    private final List<Block> own = new ArrayList<>();
    private final List<Block> others = new ArrayList<>();

    NativeWaits(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean reads =
                owner.equals(NativeWaitMethods.FILE_INPUT) && (name.equals("read0") || name.equals("readBytes"));
        if (!reads && !NativeWaitMethods.waits(context.type.name(), owner, name)) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        if (reads) {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitFieldInsn(Opcodes.GETFIELD, NativeWaitMethods.FILE_INPUT, "path", "Ljava/lang/String;");
        }
        context.emit(mv, reads ? Hook.BEGIN_READ : Hook.BEGIN_WAIT);
        Label start = new Label();
        Label end = new Label();
        super.visitLabel(start);
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        super.visitLabel(end);
        own.add(new Block(start, end, new Label(), null));
        context.emit(mv, Hook.END_WAIT);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        others.add(new Block(start, end, handler, type));
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        // The innermost come first in the table.
        for (Block block : own) {
            super.visitLabel(block.handler);
            super.visitFrame(Opcodes.F_NEW, 0, NOTHING, THROWABLE.length, THROWABLE);
            context.emit(mv, Hook.END_WAIT);
            super.visitInsn(Opcodes.ATHROW);
            super.visitTryCatchBlock(block.start, block.end, block.handler, block.type);
        }
        for (Block block : others) {
            super.visitTryCatchBlock(block.start, block.end, block.handler, block.type);
        }
        super.visitMaxs(maxStack, maxLocals);
    }
}

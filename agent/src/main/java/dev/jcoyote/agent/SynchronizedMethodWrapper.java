package dev.jcoyote.agent;

import java.util.Arrays;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A {@code synchronized} block around the body of a method that has lost the modifier, so that {@link MonitorRewriter},
 * which comes next in the chain, meets instructions. The lock stays in a variable of its own: the exit must use the very
 * value of the entry.
 */
final class SynchronizedMethodWrapper extends GuardedBody {
    private final int lock;

    /**
     * Creates one.
     *
     * @param lock the local variable for the lock, above all of the method's own
     */
    SynchronizedMethodWrapper(MethodVisitor next, MethodContext context, int lock) {
        super(next, context);
        this.lock = lock;
    }

    /** Loads what a synchronized method locks. */
    static void loadLock(MethodVisitor code, MethodContext context) {
        ClassOutline type = context.type.outline;
        if (!Names.isStatic(context.access)) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
        } else if (type.majorVersion() >= Opcodes.V1_5) {
            code.visitLdcInsn(Type.getObjectType(type.name()));
        } else {
            // Older class files know no class constants.
            code.visitLdcInsn(Names.dotted(type.name()));
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, "java/lang/Class", "forName", "(Ljava/lang/String;)Ljava/lang/Class;", false);
        }
    }

    @Override
    void emitEntry() {
        context.type.change();
        loadLock(mv, context);
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ASTORE, lock);
        mv.visitInsn(Opcodes.MONITORENTER);
    }

    @Override
    void emitExit() {
        mv.visitVarInsn(Opcodes.ALOAD, lock);
        mv.visitInsn(Opcodes.MONITOREXIT);
    }

    /** The JIT compilers refuse a method that an exception could leave with its monitor held. */
    @Override
    boolean guardsExits() {
        return true;
    }

    @Override
    Object[] localsAtExit() {
        return withLock(new Object[0], 0);
    }

    @Override
    public void visitFrame(int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
        Object[] padded = withLock(locals, localCount);
        super.visitFrame(type, padded.length, padded, stackCount, stack);
    }

    private Object[] withLock(Object[] locals, int count) {
        int size = 0;
        for (int i = 0; i < count; i++) {
            size += locals[i] == Opcodes.LONG || locals[i] == Opcodes.DOUBLE ? 2 : 1;
        }
        Object[] padded = Arrays.copyOf(locals, count + lock - size + 1, Object[].class);
        Arrays.fill(padded, count, padded.length - 1, Opcodes.TOP);
        padded[padded.length - 1] = Names.OBJECT;
        return padded;
    }
}

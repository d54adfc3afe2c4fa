package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A {@code synchronized} block around the body of a method that has lost the modifier, with its hooks. The monitor and what
 * is locked stay in variables of their own: the body may change the parameters.
 */
final class SynchronizedMethodWrapper extends GuardedBody {
    /** How many variables it needs. */
    static final int LOCALS = 2;

    private final MonitorHooks hooks;
    private final OwnLocals locals;

    /**
     * Creates one.
     *
     * @param locals the variables, above all of the method's own and those of {@link MonitorRewriter}
     */
    SynchronizedMethodWrapper(MethodVisitor next, MethodContext context, MonitorHooks hooks, OwnLocals locals) {
        super(next, context);
        this.hooks = hooks;
        this.locals = locals;
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
        loadLock(mv, context);
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(Opcodes.ASTORE, monitor());
        hooks.enter(mv, context, lock());
    }

    /** The JIT compilers refuse a method that an exception could leave with its monitor held. */
    @Override
    void emitRelease() {
        mv.visitVarInsn(Opcodes.ALOAD, lock());
        mv.visitInsn(Opcodes.MONITOREXIT);
    }

    @Override
    void emitExit() {
        mv.visitVarInsn(Opcodes.ALOAD, monitor());
        context.emit(mv, Hook.MONITOR_EXIT);
    }

    @Override
    Object[] localsAtExit() {
        return locals.after(new Object[0], 0);
    }

    @Override
    public void visitFrame(int type, int localCount, Object[] others, int stackCount, Object[] stack) {
        Object[] all = locals.after(others, localCount);
        super.visitFrame(type, all.length, all, stackCount, stack);
    }

    private int monitor() {
        return locals.first();
    }

    private int lock() {
        return locals.first() + 1;
    }
}

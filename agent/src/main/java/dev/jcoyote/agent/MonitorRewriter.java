package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Puts hooks at the entries and exits of monitors. What the JVM locks, if that is not the monitor itself, lies in a local
 * variable of ours between an entry and its exits: the JIT compilers refuse a method whose monitors do not pair.
 */
final class MonitorRewriter extends InstructionVisitor {
    private final MethodContext context;
    private final MonitorHooks hooks;
    private final MonitorUse use;
    private final OwnLocals locks;
    private int seen;
    private boolean left;

    /**
     * Creates one.
     *
     * @param locks the variables for what is locked; none if the JVM always locks the monitor itself
     */
    MonitorRewriter(MethodVisitor next, MethodContext context, MonitorHooks hooks, MonitorUse use, OwnLocals locks) {
        super(next);
        this.context = context;
        this.hooks = hooks;
        this.use = use;
        this.locks = locks;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        locks.clear(mv);
    }

    /** The hook after an exit: past the labels there, at which the guarded ranges of compilers end. */
    @Override
    void beforeInstruction() {
        if (left) {
            left = false;
            context.emit(mv, Hook.MONITOR_EXIT);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        beforeInstruction();
        if (opcode == Opcodes.MONITORENTER) {
            if (locks.count() > 0) {
                hooks.enter(mv, context, locks.first() + use.variable(seen));
            } else {
                hooks.enter(mv, context);
            }
            seen++;
        } else if (opcode == Opcodes.MONITOREXIT) {
            exit();
            seen++;
        } else {
            mv.visitInsn(opcode);
        }
    }

    private void exit() {
        boolean kept = locks.count() > 0;
        boolean before = use.isHookedBefore(seen);
        if (!kept) {
            mv.visitInsn(Opcodes.DUP);
        }
        if (before) {
            context.emit(mv, Hook.MONITOR_EXIT);
        }
        if (kept) {
            mv.visitVarInsn(Opcodes.ALOAD, locks.first() + use.variable(seen));
        }
        mv.visitInsn(Opcodes.MONITOREXIT);
        left = !before;
    }

    @Override
    public void visitFrame(int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
        beforeInstruction();
        if (locks.count() == 0) {
            super.visitFrame(type, localCount, locals, stackCount, stack);
        } else {
            Object[] all = locks.after(locals, localCount);
            super.visitFrame(type, all.length, all, stackCount, stack);
        }
    }
}

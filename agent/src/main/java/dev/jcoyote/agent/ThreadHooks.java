package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The hooks in the methods of Thread, whoever calls them: start and end, join, state, interrupt flag. */
final class ThreadHooks extends MethodVisitor {
    private static final String STATE = "java/lang/Thread$State";
    private static final String STACK = "[Ljava/lang/StackTraceElement;";

    private final MethodContext context;

    ThreadHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        switch (context.name + context.descriptor) {
            case "join()V" -> {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                mv.visitInsn(Opcodes.LCONST_0);
                emitJoin(Hook.JOINED);
                EarlyReturn.returnIfTrue(mv, context);
            }
            case "join(J)V" -> {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                mv.visitVarInsn(Opcodes.LLOAD, 1);
                emitJoin(Hook.JOINED_MILLIS);
                EarlyReturn.returnIfTrue(mv, context);
            }
            case "join(Ljava/time/Duration;)Z" -> {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                mv.visitVarInsn(Opcodes.ALOAD, 1);
                emitJoin(Hook.JOINED_DURATION);
                EarlyReturn.returnUnlessNegative(mv, context);
            }
            case "interrupt()V" -> {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                context.emit(mv, Hook.INTERRUPT);
                EarlyReturn.returnIfTrue(mv, context);
            }
            case "dispatchUncaughtException(Ljava/lang/Throwable;)V" -> {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                mv.visitVarInsn(Opcodes.ALOAD, 1);
                context.emit(mv, Hook.UNCAUGHT);
                EarlyReturn.returnIfTrue(mv, context);
            }
            default -> emitQuery();
        }
    }

    private void emitJoin(Hook hook) {
        context.emit(mv, hook, OperationKind.JOIN, true, "Thread.join");
    }

    private void emitQuery() {
        switch (context.name + context.descriptor) {
            case "isAlive()Z" -> emitFlag(Hook.ALIVE);
            case "isInterrupted()Z" -> emitFlag(Hook.IS_INTERRUPTED);
            case "getAndClearInterrupt()Z" -> emitFlag(Hook.CLEAR_INTERRUPT);
            case "interrupted()Z" -> {
                // Newer JDKs call getAndClearInterrupt here.
                if (context.type.outline.method("getAndClearInterrupt", "()Z") == null) {
                    emitFlag(Hook.CLEAR_INTERRUPT);
                }
            }
            case "getId()J", "threadId()J" -> {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                context.emit(mv, Hook.THREAD_ID);
                EarlyReturn.returnLongUnlessNegative(mv, context);
            }
            // The second is what newer JDKs ask to know whether a thread still has a group and a handler.
            case "getState()Ljava/lang/Thread$State;", "threadState()Ljava/lang/Thread$State;" -> {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                context.emit(mv, Hook.STATE);
                EarlyReturn.returnUnlessNull(mv, context, STATE);
            }
            case "getStackTrace()[Ljava/lang/StackTraceElement;" -> {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                context.emit(mv, Hook.STACK_TRACE);
                EarlyReturn.returnUnlessNull(mv, context, STACK);
            }
            default -> {}
        }
    }

    private void emitFlag(Hook hook) {
        if (Names.isStatic(context.access)) {
            mv.visitMethodInsn(Opcodes.INVOKESTATIC, Names.THREAD, "currentThread", "()Ljava/lang/Thread;", false);
        } else {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
        }
        context.emit(mv, hook);
        EarlyReturn.returnUnlessNegative(mv, context);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean own = owner.equals(Names.THREAD);
        if (own && name.equals("start0") && descriptor.equals("()V")) {
            context.emit(mv, Hook.START);
        } else if (own && name.equals("getThreads")) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            context.emit(mv, Hook.LIVE_THREADS);
        } else if (own && name.equals("dumpThreads")) {
            mv.visitInsn(Opcodes.DUP);
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            context.emit(mv, Hook.DUMPED_STACKS);
        } else {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.RETURN && context.name.equals("exit") && context.descriptor.equals("()V")) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            context.emit(mv, Hook.EXITING);
        }
        super.visitInsn(opcode);
    }
}

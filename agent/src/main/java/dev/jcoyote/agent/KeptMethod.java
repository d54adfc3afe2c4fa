package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * A synchronized method of the program that keeps its modifier, since its class was loaded before the agent. The JVM
 * takes its monitor before any hook inside could wait, so that a thread that does not get it would keep everybody
 * waiting. Therefore who calls it enters and leaves the monitor in the model first: that is the scheduling point, and the
 * real monitor is free afterwards.
 *
 * @param owner the internal name of the class that declares it
 */
record KeptMethod(String owner, ClassOutline.Member member) {
    /** Describes a method that is declared in a class loaded before the agent; null if it is not synchronized. */
    static @Nullable KeptMethod of(ClassHierarchy.Declaration declared) {
        return declared.member().is(Opcodes.ACC_SYNCHRONIZED)
                ? new KeptMethod(declared.owner(), declared.member())
                : null;
    }

    boolean isPrivate() {
        return member.is(Opcodes.ACC_PRIVATE);
    }

    /** Writes the wait in front of a call, whose operands lie on the stack. */
    void emitWait(MethodVisitor code, Call call, MethodContext caller) {
        if (call.isStatic()) {
            if (caller.type.outline.majorVersion() >= Opcodes.V1_5) {
                code.visitLdcInsn(Type.getObjectType(owner));
                emitWait(code, caller);
            }
            return;
        }
        Operands operands = Operands.copy(code, call.operands(), 0, caller.firstFreeLocal);
        emitWait(code, caller);
        operands.restore();
    }

    private static void emitWait(MethodVisitor code, MethodContext caller) {
        code.visitInsn(Opcodes.DUP);
        caller.emit(code, Hook.MONITOR_ENTER, OperationKind.MONITOR_ENTER, true, "");
        code.visitInsn(Opcodes.POP);
        caller.emit(code, Hook.MONITOR_EXIT);
    }

    /** What a report says where the method is called in a way that nobody waits first. */
    String complaint() {
        return complaint(owner, member.name());
    }

    private static String complaint(String owner, String method) {
        return "synchronized method " + method + " of " + Names.dotted(owner)
                + ", which was loaded before the agent (upgrade Surefire to 3.5.4 or later, or start the JVM with "
                + AgentJar.option() + ")";
    }

    /** Reports the method when it runs, because its callers may know it by the name of a supertype only. */
    static final class Entry extends MethodVisitor {
        private final MethodContext context;

        Entry(MethodVisitor next, MethodContext context) {
            super(Opcodes.ASM9, next);
            this.context = context;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            String target = complaint(context.type.name(), context.name);
            context.emit(mv, Hook.EXTERNAL, OperationKind.EXTERNAL, true, target);
        }
    }
}

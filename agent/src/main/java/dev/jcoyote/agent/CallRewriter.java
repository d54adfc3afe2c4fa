package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Puts a hook before a call or in its place, as the {@link CallRules} of the class say. */
final class CallRewriter extends MethodVisitor {
    private final MethodContext context;

    CallRewriter(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        Call call = context.type.call(opcode, owner, name, descriptor);
        KeptMethod kept = call.kept();
        if (kept != null) {
            kept.emitWait(mv, call, context);
        }
        CallAction action = context.type.calls.actionFor(call);
        if (action == null) {
            boolean bystands = !context.type.calls.givePoints()
                    && context.type.isOfProgram()
                    && call.type().startsWith(Names.CONCURRENT)
                    && !call.isConstructor();
            if (bystands) {
                context.emit(mv, Hook.ENTER_BYSTANDER);
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (bystands) {
                context.emit(mv, Hook.LEAVE_BYSTANDER);
            }
        } else if (action.replaces()) {
            emit(action);
        } else {
            emitBefore(call, action);
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (action.isPoint() && isComparison(call)) {
                mv.visitInsn(Opcodes.DUP);
                context.emit(mv, Hook.COMPARED);
            }
        }
    }

    /** Whether the call is a compare-and-set that says whether it has changed anything. */
    private static boolean isComparison(Call call) {
        return (call.name().startsWith("compareAndS") || call.name().startsWith("weakCompareAndSet"))
                && call.descriptor().endsWith(")Z");
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.GETSTATIC && ExternalCalls.isField(owner, name) && context.type.isOfProgram()) {
            emit(CallAction.external("System.in"));
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    private void emitBefore(Call call, CallAction action) {
        if (action.operand() == CallAction.NONE) {
            emit(action);
            return;
        }
        Operands operands = Operands.copy(mv, call.operands(), action.operand(), context.firstFreeLocal);
        emit(action);
        operands.restore();
    }

    private void emit(CallAction action) {
        @Nullable OperationKind kind = action.kind();
        if (kind == null) {
            context.emit(mv, action.hook());
        } else if (action.isFence()) {
            context.type.hooks.emit(mv, action.hook(), context.site(kind, action.write(), action.target(), true));
        } else {
            context.emit(mv, action.hook(), kind, action.write(), action.target());
        }
    }
}

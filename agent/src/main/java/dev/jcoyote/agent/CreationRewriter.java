package dev.jcoyote.agent;

import java.util.ArrayDeque;
import java.util.Deque;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Has the creation of objects and arrays heard, once their constructors have run.
 *
 * <p>What compilers make of {@code new} is an instruction NEW, a DUP right after it, and the constructor's call, properly
 * nested. Where code looks otherwise the creation is not heard.
 */
final class CreationRewriter extends InstructionVisitor {
    private final MethodContext context;

    /** The types whose objects are under construction, the innermost first; empty names for those without a copy. */
    private final Deque<String> open = new ArrayDeque<>();

    /** The type of the instruction NEW that came last, if nothing has come after it. */
    private @Nullable String last;

    CreationRewriter(MethodVisitor next, MethodContext context) {
        super(next);
        this.context = context;
    }

    @Override
    void beforeInstruction() {
        if (last != null) {
            open.push("");
            last = null;
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.DUP && last != null) {
            open.push(last);
            last = null;
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        super.visitTypeInsn(opcode, type);
        if (opcode == Opcodes.NEW) {
            last = type;
        } else if (opcode == Opcodes.ANEWARRAY) {
            emit();
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        super.visitIntInsn(opcode, operand);
        if (opcode == Opcodes.NEWARRAY) {
            emit();
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        super.visitMultiANewArrayInsn(descriptor, dimensions);
        emit();
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (opcode == Opcodes.INVOKESPECIAL && name.equals("<init>") && !open.isEmpty()) {
            String type = open.pop();
            if (type.equals(owner)) {
                if (isNamed(owner)) {
                    emit();
                }
            } else if (!type.isEmpty()) {
                open.clear();
            }
        }
    }

    @Override
    public void visitLabel(Label label) {
        beforeInstruction();
        super.visitLabel(label);
    }

    /** Threads may share them, and their creation tells one from the other. */
    private static boolean isNamed(String type) {
        return !Names.isJdk(type) || type.equals(Names.OBJECT) || type.startsWith("java/util/");
    }

    private void emit() {
        mv.visitInsn(Opcodes.DUP);
        context.emit(mv, Hook.CREATED);
    }
}

package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A return at the start of a method: a hook's result decides whether the method goes on. The local variables are
 * then still the parameters, which gives the stack map frame of the branch.
 */
final class EarlyReturn {
    private static final Object[] EMPTY = {};
    private static final Object[] INT = {Opcodes.INTEGER};
    private static final Object[] LONG = {Opcodes.LONG};

    private EarlyReturn() {}

    /** Returns from a void method if the boolean on the stack is true. */
    static void returnIfTrue(MethodVisitor code, MethodContext context) {
        Label goOn = new Label();
        code.visitJumpInsn(Opcodes.IFEQ, goOn);
        code.visitInsn(Opcodes.RETURN);
        goOn(code, context, goOn, EMPTY);
    }

    /** Returns the boolean or int on the stack unless it is negative. */
    static void returnUnlessNegative(MethodVisitor code, MethodContext context) {
        Label goOn = new Label();
        code.visitInsn(Opcodes.DUP);
        code.visitJumpInsn(Opcodes.IFLT, goOn);
        code.visitInsn(Opcodes.IRETURN);
        goOn(code, context, goOn, INT);
        code.visitInsn(Opcodes.POP);
    }

    /** Returns the long on the stack unless it is negative. */
    static void returnLongUnlessNegative(MethodVisitor code, MethodContext context) {
        Label goOn = new Label();
        code.visitInsn(Opcodes.DUP2);
        code.visitInsn(Opcodes.LCONST_0);
        code.visitInsn(Opcodes.LCMP);
        code.visitJumpInsn(Opcodes.IFLT, goOn);
        code.visitInsn(Opcodes.LRETURN);
        goOn(code, context, goOn, LONG);
        code.visitInsn(Opcodes.POP2);
    }

    /** Returns the object on the stack unless it is null. */
    static void returnUnlessNull(MethodVisitor code, MethodContext context, String type) {
        Label goOn = new Label();
        code.visitInsn(Opcodes.DUP);
        code.visitJumpInsn(Opcodes.IFNULL, goOn);
        code.visitInsn(Opcodes.ARETURN);
        goOn(code, context, goOn, new Object[] {type});
        code.visitInsn(Opcodes.POP);
    }

    /** Marks where the method goes on, with nothing on the stack. */
    static void goOn(MethodVisitor code, MethodContext context, Label label) {
        goOn(code, context, label, EMPTY);
    }

    private static void goOn(MethodVisitor code, MethodContext context, Label label, Object[] stack) {
        Object[] locals = parameters(context);
        code.visitLabel(label);
        code.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
        // The method's own code may begin with a frame too, and there can be but one at a position.
        code.visitInsn(Opcodes.NOP);
    }

    private static Object[] parameters(MethodContext context) {
        List<Object> locals = new ArrayList<>();
        if (!Names.isStatic(context.access)) {
            locals.add(context.type.name());
        }
        for (Type parameter : Type.getArgumentTypes(context.descriptor)) {
            locals.add(verificationType(parameter));
        }
        return locals.toArray();
    }

    private static Object verificationType(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.ARRAY, Type.OBJECT -> type.getInternalName();
            default -> Opcodes.INTEGER;
        };
    }
}

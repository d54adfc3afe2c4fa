package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Has the loads and stores of array elements heard, or made scheduling points. */
final class ArrayRewriter extends MethodVisitor {
    /** The element types in the order of the instructions, from IALOAD and IASTORE on. */
    private static final Type[] ELEMENTS = {
        Type.INT_TYPE,
        Type.LONG_TYPE,
        Type.FLOAT_TYPE,
        Type.DOUBLE_TYPE,
        Type.getObjectType(Names.OBJECT),
        Type.BYTE_TYPE,
        Type.CHAR_TYPE,
        Type.SHORT_TYPE
    };

    private final MethodContext context;

    private final PlainAccesses plain;

    ArrayRewriter(MethodVisitor next, MethodContext context, PlainAccesses plain) {
        super(Opcodes.ASM9, next);
        this.context = context;
        this.plain = plain;
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            emitPoint(ELEMENTS[opcode - Opcodes.IALOAD], false);
        } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            Type element = ELEMENTS[opcode - Opcodes.IASTORE];
            Operands value = Operands.store(mv, new Type[] {element}, 0, context.firstFreeLocal);
            emitPoint(element, true);
            value.restore();
        }
        super.visitInsn(opcode);
    }

    private void emitPoint(Type element, boolean write) {
        String target = target(element);
        mv.visitInsn(Opcodes.DUP2);
        OperationKind kind = write ? OperationKind.PLAIN_WRITE : OperationKind.PLAIN_READ;
        context.emit(mv, plain.element, kind, write, target);
    }

    /** What is accessed by an instruction: the one that is so many after the first load or store. */
    static String target(int instruction) {
        return target(ELEMENTS[instruction]);
    }

    private static String target(Type element) {
        return (element.getSort() == Type.OBJECT ? "Object" : element.getClassName()) + "[]";
    }
}

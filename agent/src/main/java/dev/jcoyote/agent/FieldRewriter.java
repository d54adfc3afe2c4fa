package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.SiteRows;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Puts a scheduling point before the accesses of volatile fields, and has those of plain ones heard. */
final class FieldRewriter extends MethodVisitor {
    private final MethodContext context;
    private final PlainAccesses plain;
    private final ConstructorState constructor;

    FieldRewriter(MethodVisitor next, MethodContext context, PlainAccesses plain, ConstructorState constructor) {
        super(Opcodes.ASM9, next);
        this.context = context;
        this.plain = plain;
        this.constructor = constructor;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        ClassHierarchy.Declaration field = context.type.field(owner, name);
        if (field != null) {
            if (field.member().is(Opcodes.ACC_VOLATILE)) {
                if (!isOwn(field, opcode)) {
                    emit(opcode, owner, descriptor, field, true);
                }
            } else if (plain != PlainAccesses.UNHEARD && isPlain(field, opcode)) {
                emit(opcode, owner, descriptor, field, false);
            }
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    /** Whether no other thread sees the object yet, in its constructor, or the static initialiser runs, which is one step. */
    private boolean isOwn(ClassHierarchy.Declaration field, int opcode) {
        return field.owner().equals(context.type.name())
                && (isStatic(opcode) ? context.isStaticInitializer() : context.isConstructor());
    }

    /** What static initialisers do comes before all uses of the class. A hook takes no object before it is initialised. */
    private boolean isPlain(ClassHierarchy.Declaration field, int opcode) {
        return !field.member().is(Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC)
                && !context.isStaticInitializer()
                && (isStatic(opcode) || constructor.isInitialized());
    }

    private void emit(
            int opcode, String owner, String descriptor, ClassHierarchy.Declaration field, boolean isVolatile) {
        boolean write = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        String target = Names.simple(field.owner()) + "." + field.member().name();
        if (!isVolatile) {
            target += SiteRows.PART + Names.dotted(field.owner()) + "."
                    + field.member().name();
        }
        int site = context.site(kind(isVolatile, write), write, target, true);
        if (isStatic(opcode)) {
            context.type.hooks.emit(mv, isVolatile ? Hook.STATIC_POINT : plain.staticField, site);
            return;
        }
        Type object = Type.getObjectType(owner);
        Type[] operands = write ? new Type[] {object, Type.getType(descriptor)} : new Type[] {object};
        Operands copy = Operands.copy(mv, operands, 0, context.firstFreeLocal);
        context.type.hooks.emit(mv, isVolatile ? Hook.POINT : plain.field, site);
        copy.restore();
    }

    private static OperationKind kind(boolean isVolatile, boolean write) {
        if (isVolatile) {
            return write ? OperationKind.WRITE : OperationKind.READ;
        }
        return write ? OperationKind.PLAIN_WRITE : OperationKind.PLAIN_READ;
    }

    private static boolean isStatic(int opcode) {
        return opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    }
}

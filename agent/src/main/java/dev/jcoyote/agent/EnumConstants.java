package dev.jcoyote.agent;

import dev.jcoyote.bridge.ClassInitialization;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Keeps the constants of an enum the same objects, though its static initialiser runs again: the JDK has tables of them.
 * The fields of the constant that the initialiser makes are copied into the one of the first run.
 */
final class EnumConstants {
    private static final String COPY = ClassInitialization.PREFIX + "copy";
    private static final String KEEP = ClassInitialization.PREFIX + "keep";
    private static final String ENUM = "java/lang/Enum";

    private EnumConstants() {}

    /** Whether a class is an enum, and not that of a constant with a body. */
    static boolean isEnum(ClassOutline outline) {
        return (outline.access() & Opcodes.ACC_ENUM) != 0 && ENUM.equals(outline.superName());
    }

    /** Whether a class is that of a constant with a body and fields. */
    static boolean isConstant(ClassOutline outline) {
        return (outline.access() & Opcodes.ACC_ENUM) != 0
                && !ENUM.equals(outline.superName())
                && !fields(outline).isEmpty();
    }

    /** Writes the methods that copy. */
    static void writeTo(ClassVisitor type, ClassOutline outline) {
        boolean constant = isConstant(outline);
        String base = constant ? String.valueOf(outline.superName()) : outline.name();
        writeCopy(type, outline, base, constant);
        if (!constant) {
            writeKeep(type, base);
        }
    }

    private static void writeCopy(ClassVisitor type, ClassOutline outline, String base, boolean constant) {
        MethodVisitor code = type.visitMethod(Opcodes.ACC_SYNTHETIC, COPY, "(L" + base + ";)V", null, null);
        code.visitCode();
        if (constant) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, base, COPY, "(L" + base + ";)V", false);
        }
        for (ClassOutline.Member field : fields(outline)) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitTypeInsn(Opcodes.CHECKCAST, outline.name());
            code.visitFieldInsn(Opcodes.GETFIELD, outline.name(), field.name(), field.descriptor());
            code.visitFieldInsn(Opcodes.PUTFIELD, outline.name(), field.name(), field.descriptor());
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void writeKeep(ClassVisitor type, String base) {
        String constant = "L" + base + ";";
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        MethodVisitor code = type.visitMethod(access, KEEP, "(" + constant + constant + ")" + constant, null, null);
        Label known = new Label();
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitJumpInsn(Opcodes.IFNONNULL, known);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.ARETURN);
        code.visitLabel(known);
        Object[] locals = {base, base};
        code.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, base, COPY, "(" + constant + ")V", false);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static List<ClassOutline.Member> fields(ClassOutline outline) {
        return outline.fields().stream()
                .filter(field -> !field.is(Opcodes.ACC_STATIC))
                .toList();
    }

    /** The static initialiser of an enum, which gives each constant back the object of the first run. */
    static final class Initializer extends MethodVisitor {
        private final ClassOutline outline;

        Initializer(MethodVisitor next, ClassOutline outline) {
            super(Opcodes.ASM9, next);
            this.outline = outline;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.PUTSTATIC && owner.equals(outline.name())) {
                ClassOutline.Member field = outline.field(name);
                if (field != null && field.is(Opcodes.ACC_ENUM)) {
                    super.visitFieldInsn(Opcodes.GETSTATIC, owner, name, descriptor);
                    mv.visitMethodInsn(
                            Opcodes.INVOKESTATIC, owner, KEEP, "(" + descriptor + descriptor + ")" + descriptor, false);
                }
            }
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }
    }
}

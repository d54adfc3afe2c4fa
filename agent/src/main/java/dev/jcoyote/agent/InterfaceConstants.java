package dev.jcoyote.agent;

import dev.jcoyote.bridge.ClassInitialization;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The fields of an interface, which the JVM lets be written once only: their values live beside them, and the program's
 * code reads them there. The fields themselves keep the values of the first run, for whoever else reads them.
 */
final class InterfaceConstants {
    private static final String VALUES_TYPE = "dev/jcoyote/bridge/InterfaceValues";
    private static final String VALUES_DESCRIPTOR = "L" + VALUES_TYPE + ";";
    private static final String VALUES = ClassInitialization.PREFIX + "values";
    private static final String READ = ClassInitialization.PREFIX + "read$";
    private static final int HIDDEN = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

    private InterfaceConstants() {}

    /** Declares the place for the values, and the methods that read them. */
    static void writeTo(ClassVisitor type, String owner, List<ClassOutline.Member> fields) {
        for (int i = 0; i < fields.size(); i++) {
            writeReader(type, owner, i, fields.get(i));
        }
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | HIDDEN;
        type.visitField(access, VALUES, VALUES_DESCRIPTOR, null, null).visitEnd();
    }

    /** Writes methods that read the fields themselves, for an interface that is left alone. */
    static void writeReadersOfFields(ClassVisitor type, String owner, List<ClassOutline.Member> fields) {
        for (ClassOutline.Member field : fields) {
            MethodVisitor code = type.visitMethod(
                    Opcodes.ACC_PUBLIC | HIDDEN, READ + field.name(), "()" + field.descriptor(), null, null);
            code.visitCode();
            code.visitFieldInsn(Opcodes.GETSTATIC, owner, field.name(), field.descriptor());
            code.visitInsn(Type.getType(field.descriptor()).getOpcode(Opcodes.IRETURN));
            code.visitMaxs(0, 0);
            code.visitEnd();
        }
    }

    /** Makes the place for the values. */
    static void createValues(MethodVisitor code, String type, int size) {
        code.visitTypeInsn(Opcodes.NEW, VALUES_TYPE);
        code.visitInsn(Opcodes.DUP);
        code.visitIntInsn(Opcodes.SIPUSH, size);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, VALUES_TYPE, "<init>", "(I)V", false);
        code.visitFieldInsn(Opcodes.PUTSTATIC, type, VALUES, VALUES_DESCRIPTOR);
    }

    private static void loadValues(MethodVisitor code, String type) {
        code.visitFieldInsn(Opcodes.GETSTATIC, type, VALUES, VALUES_DESCRIPTOR);
    }

    /** Puts what the values are up to date with on the stack. */
    static void loadEpoch(MethodVisitor code, String type) {
        loadValues(code, type);
        code.visitFieldInsn(Opcodes.GETFIELD, VALUES_TYPE, "epoch", "I");
    }

    /** Takes what the values are up to date with from the stack. */
    static void storeEpoch(MethodVisitor code, String type) {
        loadValues(code, type);
        code.visitInsn(Opcodes.SWAP);
        code.visitFieldInsn(Opcodes.PUTFIELD, VALUES_TYPE, "epoch", "I");
    }

    /** Gives all fields the values that they have before the initialiser runs. */
    static void clear(MethodVisitor code, String type) {
        loadValues(code, type);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, VALUES_TYPE, "clear", "()V", false);
    }

    /** Writes a field's value, which is on the stack, beside the field. */
    static void write(MethodVisitor code, String type, int index, String descriptor) {
        StaticRenewal.box(code, Type.getType(descriptor));
        loadValues(code, type);
        code.visitIntInsn(Opcodes.SIPUSH, index);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC, VALUES_TYPE, "write", "(Ljava/lang/Object;" + VALUES_DESCRIPTOR + "I)V", false);
    }

    /** Reads a field of an up-to-date interface. */
    static void read(MethodVisitor code, String type, String field, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, type, READ + field, "()" + descriptor, true);
    }

    private static void writeReader(ClassVisitor type, String owner, int index, ClassOutline.Member field) {
        Type value = Type.getType(field.descriptor());
        MethodVisitor code = type.visitMethod(
                Opcodes.ACC_PUBLIC | HIDDEN, READ + field.name(), "()" + field.descriptor(), null, null);
        code.visitCode();
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, ClassInitialization.ENSURE, "()V", true);
        unbox(code, owner, index, value);
        code.visitInsn(value.getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Copies the values into the fields. */
    static void copyToFields(MethodVisitor code, String owner, List<ClassOutline.Member> fields) {
        for (int i = 0; i < fields.size(); i++) {
            ClassOutline.Member field = fields.get(i);
            unbox(code, owner, i, Type.getType(field.descriptor()));
            code.visitFieldInsn(Opcodes.PUTSTATIC, owner, field.name(), field.descriptor());
        }
    }

    /** Puts a value on the stack as an object. */
    static void loadBoxed(MethodVisitor code, String owner, int index) {
        loadValues(code, owner);
        code.visitIntInsn(Opcodes.SIPUSH, index);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, VALUES_TYPE, "read", "(I)Ljava/lang/Object;", false);
    }

    private static void unbox(MethodVisitor code, String owner, int index, Type type) {
        loadValues(code, owner);
        code.visitIntInsn(Opcodes.SIPUSH, index);
        String method = "read" + (type.getSort() >= Type.ARRAY ? "" : type.getDescriptor());
        String result = type.getSort() >= Type.ARRAY ? "Ljava/lang/Object;" : type.getDescriptor();
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, VALUES_TYPE, method, "(I)" + result, false);
        if (type.getSort() >= Type.ARRAY && !type.getInternalName().equals(Names.OBJECT)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
        }
    }
}

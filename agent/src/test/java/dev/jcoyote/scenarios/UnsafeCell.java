package dev.jcoyote.scenarios;

import java.lang.reflect.Field;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A number that sun.misc.Unsafe accesses, as old libraries do. Its class is written here, since the compiler warns of such code
 * and cannot be told not to.
 */
public abstract class UnsafeCell {
    private static final String UNSAFE = "sun/misc/Unsafe";

    /** What is accessed. */
    @SuppressWarnings("unused") // by its offset
    public int value;

    /** Creates a cell with 0, of a class that {@link #define} has made. */
    static UnsafeCell create(Class<?> type) {
        try {
            return (UnsafeCell) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The offset of the value, of the class that Unsafe is. */
    static long offset() {
        try {
            return (long) unsafe().getClass()
                    .getMethod("objectFieldOffset", Field.class)
                    .invoke(unsafe(), UnsafeCell.class.getField("value"));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Unsafe itself. */
    static Object unsafe() {
        try {
            Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code Unsafe.putOrderedInt}. */
    public abstract void putOrderedInt(Object unsafe, long offset, int next);

    /** {@code Unsafe.getIntVolatile}. */
    public abstract int getIntVolatile(Object unsafe, long offset);

    /** {@code Unsafe.compareAndSwapInt}. */
    public abstract boolean compareAndSwapInt(Object unsafe, long offset, int expected, int next);

    /** Defines the class of cells, which is instrumented if the agent is there. */
    static Class<?> define() {
        String name = Type.getInternalName(UnsafeCell.class);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name + "Code", null, name, null);
        MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "()V", false);
        end(constructor, Type.VOID_TYPE);
        write(writer, "putOrderedInt", Type.VOID_TYPE, 1);
        write(writer, "getIntVolatile", Type.INT_TYPE, 0);
        write(writer, "compareAndSwapInt", Type.BOOLEAN_TYPE, 2);
        byte[] file = writer.toByteArray();
        return new ClassLoader(UnsafeCell.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(UnsafeCell.class.getName() + "Code", file, 0, file.length);
            }
        }.define();
    }

    private static void write(ClassWriter writer, String name, Type result, int values) {
        String rest = "J" + "I".repeat(values) + ")" + result.getDescriptor();
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, name, "(Ljava/lang/Object;" + rest, null, null);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, UNSAFE);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.LLOAD, 2);
        for (int i = 0; i < values; i++) {
            code.visitVarInsn(Opcodes.ILOAD, 4 + i);
        }
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, UNSAFE, name, "(Ljava/lang/Object;" + rest, false);
        end(code, result);
    }

    private static void end(MethodVisitor code, Type result) {
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}

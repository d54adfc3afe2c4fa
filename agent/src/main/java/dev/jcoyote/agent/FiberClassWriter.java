package dev.jcoyote.agent;

import dev.jcoyote.bridge.Fibers;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Emits the classes of {@link FiberClasses}. Annotations keep the JIT compiler from reordering around a change of identity;
 * they count in the JDK's own modules alone.
 */
final class FiberClassWriter {
    private static final String FIBER = FiberClasses.FIBER;
    private static final String FIBERS = FiberClasses.FIBERS;

    private static final String CONTINUATION = "jdk/internal/vm/Continuation";
    private static final String SCOPE = "jdk/internal/vm/ContinuationScope";
    private static final String SCOPE_TYPE = "L" + SCOPE + ";";
    private static final String SOURCE = Type.getInternalName(Fibers.Source.class);
    private static final String THREAD_TYPE = "L" + Names.THREAD + ";";
    private static final String BECOME = "(" + THREAD_TYPE + THREAD_TYPE + ")V";
    private static final String CURRENT = "()" + THREAD_TYPE;
    private static final String NEW_FIBER = "(" + SCOPE_TYPE + THREAD_TYPE + "Ljava/lang/Runnable;)V";

    private FiberClassWriter() {}

    /** {@code final class JcoyoteFiber extends Continuation}: one thread's body. */
    static byte[] fiber() {
        ClassWriter writer = begin(FIBER, CONTINUATION);
        writer.visitField(Opcodes.ACC_FINAL, "thread", THREAD_TYPE, null, null).visitEnd();

        MethodVisitor code = writer.visitMethod(0, "<init>", NEW_FIBER, null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitVarInsn(Opcodes.ALOAD, 3);
        code.visitMethodInsn(
                Opcodes.INVOKESPECIAL, CONTINUATION, "<init>", "(" + SCOPE_TYPE + "Ljava/lang/Runnable;)V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitFieldInsn(Opcodes.PUTFIELD, FIBER, "thread", THREAD_TYPE);
        end(code, Opcodes.RETURN, 3, 4);

        // The inherited method throws: here the suspension returns that it was not possible.
        code = writer.visitMethod(Opcodes.ACC_PROTECTED, "onPinned", "(L" + CONTINUATION + "$Pinned;)V", null, null);
        code.visitCode();
        end(code, Opcodes.RETURN, 0, 2);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** {@code final class JcoyoteFibers implements Fibers}. */
    static byte[] fibers() {
        ClassWriter writer = begin(FIBERS, Names.OBJECT, Type.getInternalName(Fibers.class));
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "scope", SCOPE_TYPE, null, null)
                .visitEnd();
        emitConstructor(writer);
        emitCreate(writer);
        emitRun(writer);
        emitSuspend(writer);
        emitStackOf(writer);
        emitBecome(writer);
        emitSwap(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void emitConstructor(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, Names.OBJECT, "<init>", "()V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitTypeInsn(Opcodes.NEW, SCOPE);
        code.visitInsn(Opcodes.DUP);
        code.visitLdcInsn("jcoyote");
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, SCOPE, "<init>", "(Ljava/lang/String;)V", false);
        code.visitFieldInsn(Opcodes.PUTFIELD, FIBERS, "scope", SCOPE_TYPE);
        end(code, Opcodes.RETURN, 4, 1);
    }

    private static void emitCreate(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_PUBLIC,
                "create",
                "(" + THREAD_TYPE + "Ljava/lang/Runnable;)Ljava/lang/Object;",
                null,
                null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, FIBER);
        code.visitInsn(Opcodes.DUP);
        loadScope(code);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, FIBER, "<init>", NEW_FIBER, false);
        end(code, Opcodes.ARETURN, 5, 3);
    }

    /**
     * The loop in which identities change: no Java compiler may take {@code Thread.currentThread()} for a constant of
     * it. What it calls runs with one identity throughout.
     */
    private static void emitRun(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "(L" + SOURCE + ";)V", null, null);
        annotate(code, "ChangesCurrentThread");
        annotate(code, "Hidden");
        code.visitCode();
        code.visitMethodInsn(Opcodes.INVOKESTATIC, Names.THREAD, "currentCarrierThread", CURRENT, false);
        code.visitVarInsn(Opcodes.ASTORE, 2);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, Names.THREAD, "currentThread", CURRENT, false);
        code.visitVarInsn(Opcodes.ASTORE, 3);
        Label loop = new Label();
        Label over = new Label();
        code.visitLabel(loop);
        code.visitFrame(Opcodes.F_NEW, 4, new Object[] {FIBERS, SOURCE, Names.THREAD, Names.THREAD}, 0, new Object[0]);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, SOURCE, "next", "()Ljava/lang/Object;", true);
        code.visitTypeInsn(Opcodes.CHECKCAST, FIBER);
        code.visitVarInsn(Opcodes.ASTORE, 4);
        code.visitVarInsn(Opcodes.ALOAD, 4);
        code.visitJumpInsn(Opcodes.IFNULL, over);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitVarInsn(Opcodes.ALOAD, 4);
        code.visitFieldInsn(Opcodes.GETFIELD, FIBER, "thread", THREAD_TYPE);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, FIBERS, "swap", BECOME, false);
        code.visitVarInsn(Opcodes.ALOAD, 4);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, CONTINUATION, "run", "()V", false);
        code.visitJumpInsn(Opcodes.GOTO, loop);
        code.visitLabel(over);
        code.visitFrame(
                Opcodes.F_NEW, 5, new Object[] {FIBERS, SOURCE, Names.THREAD, Names.THREAD, FIBER}, 0, new Object[0]);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitVarInsn(Opcodes.ALOAD, 3);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, FIBERS, "swap", BECOME, false);
        end(code, Opcodes.RETURN, 2, 5);
    }

    private static void emitSuspend(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "suspend", "()Z", null, null);
        code.visitCode();
        loadScope(code);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, CONTINUATION, "yield", "(" + SCOPE_TYPE + ")Z", false);
        end(code, Opcodes.IRETURN, 1, 1);
    }

    private static void emitStackOf(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_PUBLIC, "stackOf", "(Ljava/lang/Object;)[Ljava/lang/StackTraceElement;", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, CONTINUATION);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, CONTINUATION, "getStackTrace", "()[Ljava/lang/StackTraceElement;", false);
        end(code, Opcodes.ARETURN, 1, 2);
    }

    private static void emitBecome(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "become", "(" + THREAD_TYPE + ")V", null, null);
        annotate(code, "ChangesCurrentThread");
        code.visitCode();
        code.visitMethodInsn(Opcodes.INVOKESTATIC, Names.THREAD, "currentCarrierThread", CURRENT, false);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, FIBERS, "swap", BECOME, false);
        end(code, Opcodes.RETURN, 2, 2);
    }

    /** Alone in a method that is never inlined: where the JIT compiler inlines this call it loses stores before it. */
    private static void emitSwap(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "swap", BECOME, null, null);
        annotate(code, "ChangesCurrentThread");
        annotate(code, "DontInline");
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Names.THREAD, "setCurrentThread", "(" + THREAD_TYPE + ")V", false);
        end(code, Opcodes.RETURN, 2, 2);
    }

    private static ClassWriter begin(String name, String superName, String... interfaces) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                name,
                null,
                superName,
                interfaces);
        return writer;
    }

    private static void loadScope(MethodVisitor code) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, FIBERS, "scope", SCOPE_TYPE);
    }

    private static void annotate(MethodVisitor code, String name) {
        code.visitAnnotation("Ljdk/internal/vm/annotation/" + name + ";", true).visitEnd();
    }

    private static void end(MethodVisitor code, int returns, int maxStack, int maxLocals) {
        code.visitInsn(returns);
        code.visitMaxs(maxStack, maxLocals);
        code.visitEnd();
    }
}

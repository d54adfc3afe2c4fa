package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.ClassStore;
import dev.jcoyote.agent.cache.Dependencies;
import dev.jcoyote.agent.cache.RewrittenClass;
import dev.jcoyote.bridge.HeaderAccess;
import dev.jcoyote.bridge.IdentityHash;
import dev.jcoyote.install.InstallationException;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The class behind {@link HeaderAccess}, emitted because no compiler for all JDKs would take its source. */
final class HeaderClass {
    private static final String NAME = "java/lang/JcoyoteHeaders";
    private static final String UNSAFE = "jdk/internal/misc/Unsafe";

    private HeaderClass() {}

    /**
     * Defines the class and tells the bridge, or tells it why there is none.
     *
     * @param store keeps what was emitted, for JVMs that need no other code of this agent's
     */
    static void install(ClassStore store) {
        try {
            new ClassDefiner().define(Names.dotted(NAME), file(store), null);
            IdentityHash.found(Class.forName(Names.dotted(NAME), true, null)
                    .asSubclass(HeaderAccess.class)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | InstallationException | LinkageError e) {
            IdentityHash.missing("this JDK's Unsafe is not the one that is known (" + e + ")");
        }
    }

    private static byte[] file(ClassStore store) {
        RewrittenClass stored = store.find(NAME, 0, 0, ClassStore.NO_FILES);
        byte[] file = stored == null ? null : stored.file();
        if (file == null) {
            file = write();
            store.add(NAME, 0, 0, new Dependencies(), RewrittenClass.withoutSites(file, false));
        }
        return file;
    }

    private static byte[] write() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                NAME,
                null,
                Names.OBJECT,
                new String[] {Type.getInternalName(HeaderAccess.class)});

        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, Names.OBJECT, "<init>", "()V", false);
        end(code, Opcodes.RETURN, 1, 1);

        code = writer.visitMethod(Opcodes.ACC_PUBLIC, "read", "(Ljava/lang/Object;)J", null, null);
        loadPlace(code);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, UNSAFE, "getLong", "(Ljava/lang/Object;J)J", false);
        end(code, Opcodes.LRETURN, 4, 2);

        code = writer.visitMethod(Opcodes.ACC_PUBLIC, "replace", "(Ljava/lang/Object;JJ)Z", null, null);
        // Never among the caller's own code, whose locks the JIT compiler takes for all that changes a header.
        code.visitAnnotation("Ljdk/internal/vm/annotation/DontInline;", true).visitEnd();
        loadPlace(code);
        code.visitVarInsn(Opcodes.LLOAD, 2);
        code.visitVarInsn(Opcodes.LLOAD, 4);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, UNSAFE, "compareAndSetLong", "(Ljava/lang/Object;JJJ)Z", false);
        end(code, Opcodes.IRETURN, 8, 6);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Begins the code of a method with what each needs: the Unsafe, the object and the place of the header in it. */
    private static void loadPlace(MethodVisitor code) {
        code.visitCode();
        code.visitMethodInsn(Opcodes.INVOKESTATIC, UNSAFE, "getUnsafe", "()L" + UNSAFE + ";", false);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitInsn(Opcodes.LCONST_0);
    }

    private static void end(MethodVisitor code, int returns, int maxStack, int maxLocals) {
        code.visitInsn(returns);
        code.visitMaxs(maxStack, maxLocals);
        code.visitEnd();
    }
}

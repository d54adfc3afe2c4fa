package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.agent.cache.Dependencies;
import dev.jcoyote.agent.cache.Fingerprint;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** Hooks may make a method larger than a class file allows, as in the tables of a generated parser. */
class LargeMethodTest {
    private final TransformationFailures failures = new TransformationFailures();

    @Test
    void aMethodThatGetsTooLargeStaysAsItIsAndTheOthersAreRewritten() {
        byte[] file = sample();

        byte[] rewritten = rewrite(file);

        assertNotNull(rewritten);
        ClassReader reader = new ClassReader(rewritten);
        ClassOutline outline = ClassOutline.of(reader);
        assertTrue(outline.method("large", "()V").is(Opcodes.ACC_SYNCHRONIZED), "untouched");
        assertTrue(!outline.method("small", "()V").is(Opcodes.ACC_SYNCHRONIZED), "rewritten");
    }

    @Test
    void theResultNamesTheMethod() {
        rewrite(sample());

        assertEquals(List.of("sample.Large.large: " + failures.all().get(0).cause()), failures.lines());
    }

    @Test
    void aMethodThatPlainAccessesMakeTooLargeDoesWithoutThem() {
        byte[] file = sample(0);

        byte[] rewritten = rewrite(file, true);

        ClassOutline outline = ClassOutline.of(new ClassReader(rewritten));
        assertTrue(!outline.method("large", "()V").is(Opcodes.ACC_SYNCHRONIZED), "rewritten");
        assertEquals(List.of(), failures.lines());
    }

    private byte[] rewrite(byte[] file) {
        Dependencies dependencies = new Dependencies();
        byte[] rewritten = rewrite(file, false, dependencies);
        assertTrue(dependencies.areOfThisJvm(), "must be reported by each JVM");
        return rewritten;
    }

    private byte[] rewrite(byte[] file, boolean plainAccesses) {
        return rewrite(file, plainAccesses, new Dependencies());
    }

    private byte[] rewrite(byte[] file, boolean plainAccesses, Dependencies dependencies) {
        HookTable hooks = new HookTable(BridgeFiles.read().hookClassFiles());
        ClassLoader loader = LargeMethodTest.class.getClassLoader();
        KnownClasses known = new KnownClasses();
        known.register(loader, "sample/Large", file, Fingerprint.of(file));
        return new ProgramRewriter(hooks, known, failures, new ClassFilter(AgentOptions.none(), null))
                .rewrite(loader, file, true, plainAccesses, false, dependencies)
                .define();
    }

    private static byte[] sample() {
        return sample(Opcodes.ACC_VOLATILE);
    }

    private static byte[] sample(int access) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "sample/Large", null, Names.OBJECT, null);
        type.visitField(Opcodes.ACC_STATIC | access, "shared", "I", null, null);
        method(type, "large", 10_000);
        method(type, "small", 1);
        type.visitEnd();
        return type.toByteArray();
    }

    private static void method(ClassWriter type, String name, int writes) {
        MethodVisitor code = type.visitMethod(Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED, name, "()V", null, null);
        code.visitCode();
        for (int i = 0; i < writes; i++) {
            code.visitInsn(Opcodes.ICONST_1);
            code.visitFieldInsn(Opcodes.PUTSTATIC, "sample/Large", "shared", "I");
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}

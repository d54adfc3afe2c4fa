package dev.jcoyote.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.agent.cache.Dependencies;
import dev.jcoyote.agent.cache.RewrittenClass;
import dev.jcoyote.bridge.Sites;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cache gives back is what rewriting gives, but for the numbers of sites. */
class CachedRewritingTest {
    private static final ClassLoader LOADER = CachedRewritingTest.class.getClassLoader();
    private static final String SAMPLES = "dev/jcoyote/agent/samples/";

    private final HookTable hooks = new HookTable(BridgeFiles.read().hookClassFiles());
    private final ProgramRewriter program = new ProgramRewriter(
            hooks, new KnownClasses(), new TransformationFailures(), new ClassFilter(AgentOptions.none(), null));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SynchronizedMethods",
                "FieldsAndArrays",
                "Calls",
                "MethodReferences",
                "Structures",
                "Threads",
                "Outside"
            })
    void eachDefinitionOfAClassHasTheSameCodeAndSitesOfItsOwn(String sample) throws IOException {
        RewrittenClass rewritten =
                program.rewrite(LOADER, bytes(SAMPLES + sample), true, true, false, new Dependencies());

        List<String> first = code(rewritten.define());

        assertThat(first).anyMatch(line -> line.startsWith("site "));
        assertThat(code(rewritten.define())).isEqualTo(first);
        assertThat(first).noneMatch(line -> line.startsWith("site ?"));
    }

    @Test
    void aClassOfTheJdkHasTheSameCodeInEachDefinition() throws IOException {
        Set<JdkFeature> features = JdkClasses.features("java/util/concurrent/ForkJoinPool", false);
        RewrittenClass rewritten = new JdkRewriter(hooks)
                .rewrite(bytes("java/util/concurrent/ForkJoinPool"), features, true, new Dependencies());

        assertThat(code(rewritten.define())).isEqualTo(code(rewritten.define()));
    }

    @Test
    void sitesWithNumbersFromTheStartGiveTheSameCode() throws IOException {
        byte[] file = bytes(SAMPLES + "Calls");
        List<String> expected = code(program.rewrite(LOADER, file, true, false, false, new Dependencies())
                .define());
        Dependencies dependencies = new Dependencies();
        RewrittenClass numbered = program.rewrite(LOADER, withConstant(file), true, false, false, dependencies);

        assertThat(dependencies.areOfThisJvm())
                .as("the class has a constant that stands for sites")
                .isTrue();
        assertThat(code(numbered.define())).containsExactlyElementsOf(expected);
    }

    @Test
    void aRewritingNamesTheClassesThatItLooksAt() throws IOException {
        Dependencies dependencies = new Dependencies();
        program.rewrite(LOADER, bytes(SAMPLES + "Calls"), true, true, false, dependencies);

        assertThat(dependencies.areOfThisJvm()).isFalse();
        assertThat(dependencies.names()).contains(SAMPLES + "Calls");
    }

    @Test
    void whatOnlyBodiesCanChangeInIsOfThisJvm() throws IOException {
        Dependencies dependencies = new Dependencies();
        program.rewrite(LOADER, bytes(SAMPLES + "Calls"), true, true, true, dependencies);

        assertThat(dependencies.areOfThisJvm()).isTrue();
    }

    @Test
    void aSuperclassIsReadFromTheConstantPoolAsAsmReadsIt() throws IOException {
        for (String name : List.of("java/lang/Object", "java/util/concurrent/ForkJoinWorkerThread", "java/util/Map")) {
            assertThat(new ConstantPool(bytes(name)).superclass())
                    .isEqualTo(new ClassReader(bytes(name)).getSuperName());
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream stream = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            assertThat(stream).isNotNull();
            return stream.readAllBytes();
        }
    }

    /** The class with a field whose value is the constant of the first site. */
    private static byte[] withConstant(byte[] file) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(file).accept(writer, 0);
        writer.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "own", "I", null, 0x6A63_0000)
                .visitEnd();
        return writer.toByteArray();
    }

    /** The calls of a class and, in place of their constants, the texts of the sites. */
    private static List<String> code(byte[] file) {
        List<String> lines = new ArrayList<>();
        new ClassReader(file)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                lines.add(name + descriptor + access);
                                return new Lines(lines);
                            }
                        },
                        0);
        return lines;
    }

    private static final class Lines extends MethodVisitor {
        private final List<String> lines;
        private String constant = "";

        Lines(List<String> lines) {
            super(Opcodes.ASM9);
            this.lines = lines;
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant = value.toString();
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            lines.add(owner + "." + name + descriptor);
            if (owner.startsWith("dev/jcoyote/bridge/") && descriptor.endsWith("I)V")) {
                int site = Integer.parseInt(constant);
                lines.add("site " + Sites.position(site) + " " + Sites.kind(site) + " " + Sites.target(site)
                        + Sites.slot(site) + Sites.isWrite(site));
            }
        }
    }
}

package dev.jcoyote.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.agent.cache.Dependencies;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackRoomTest {
    private final JdkRewriter rewriter =
            new JdkRewriter(new HookTable(BridgeFiles.read().hookClassFiles()));

    /** The JVM hands out classes of its shared archive without their stack map frames. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java/util/concurrent/locks/AbstractQueuedSynchronizer$ConditionObject",
                "java/util/concurrent/locks/AbstractQueuedSynchronizer",
                "java/util/concurrent/ForkJoinPool",
                "java/util/concurrent/ConcurrentHashMap",
                "java/util/concurrent/SynchronousQueue",
                "java/util/Timer",
                "java/lang/Thread"
            })
    void aRewrittenClassWithoutFramesKeepsRoomForEachStack(String name) throws IOException {
        Set<JdkFeature> features = JdkClasses.features(name, name.endsWith("/Thread"));
        byte[] rewritten = rewriter.rewrite(withoutFrames(bytes(name)), features, false, new Dependencies())
                .define();

        assertThat(rewritten).isNotNull();
        Map<String, Integer> room = maxStacks(rewritten);
        maxStacks(bytes(name))
                .forEach((method, needed) ->
                        assertThat(room.get(method)).as(name + "." + method).isGreaterThanOrEqualTo(needed));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream stream = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            assertThat(stream).isNotNull();
            return stream.readAllBytes();
        }
    }

    private static byte[] withoutFrames(byte[] file) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(file).accept(writer, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private static Map<String, Integer> maxStacks(byte[] file) {
        Map<String, Integer> stacks = new HashMap<>();
        new ClassReader(file)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMaxs(int maxStack, int maxLocals) {
                                        stacks.put(name + descriptor, maxStack);
                                    }
                                };
                            }
                        },
                        0);
        return stacks;
    }
}

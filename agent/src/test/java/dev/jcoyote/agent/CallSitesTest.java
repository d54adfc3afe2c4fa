package dev.jcoyote.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which frame of a stack may have called the next, by the code that runs. */
class CallSitesTest {
    private static final String NAME = CallSitesTest.class.getName().replace('.', '/');

    private final CallSiteRecorder recorder = new CallSiteRecorder(new ClassFilter(AgentOptions.none(), null));

    private static List<StackFrame> outer() {
        return inner();
    }

    private static List<StackFrame> inner() {
        return StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES))
                .walk(frames -> frames.limit(2).toList());
    }

    private static List<StackFrame> another() {
        return StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES))
                .walk(frames -> frames.limit(1).toList());
    }

    @Test
    void anInstructionThatCallsTheMethodMayHaveCalledItAndNoOther() throws IOException {
        List<StackFrame> frames = outer();
        CallTable table = CallTable.of(file());

        assertThat(table.mayCall(frames.get(1), frames.get(0))).isTrue();
        assertThat(table.mayCall(frames.get(1), another().get(0))).isFalse();
    }

    @Test
    void codeWhoseLinesAreOthersIsNotTheOneThatRuns() throws IOException {
        ClassWriter stripped = new ClassWriter(0);
        new ClassReader(file()).accept(stripped, ClassReader.SKIP_DEBUG);
        CallTable table = CallTable.of(stripped.toByteArray());

        assertThat(table.mayCall(outer().get(1), another().get(0))).isTrue();
    }

    @Test
    void aClassThatSomebodyRedefinesIsNoLongerKnown() {
        assertThat(recorder.tableOf(ArrayList.class))
                .as("from the runtime image")
                .isNotNull();

        recorder.transform(null, "java/util/ArrayList", ArrayList.class, null, new byte[0]);

        assertThat(recorder.tableOf(ArrayList.class)).isNull();
    }

    @Test
    void theRealStackOfAThreadHoldsNoForeignCall() {
        FrameCalls calls = new FrameCalls(recorder);
        List<StackFrame> frames = StackWalker.getInstance(
                        Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES))
                .walk(stack -> stack.toList());

        assertThat(frames).hasSizeGreaterThan(20);
        for (int i = 1; i < frames.size(); i++) {
            assertThat(calls.mayCall(frames.get(i), frames.get(i - 1)))
                    .as("%s calls %s", frames.get(i), frames.get(i - 1))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-agentlib:jdwp=transport=dt_socket,server=y",
                "-Xrunjdwp:transport=dt_socket,server=y",
                "-agentpath:/jdk/lib/libjdwp.so=transport=dt_socket"
            })
    void aDebugAgentIsFoundByItsOption(String option) {
        assertThat(DebugAgent.isOption(option)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-agentlib:hprof", "-Djdwp=1", "-javaagent:jdwp.jar", "-Xdebug"})
    void otherOptionsAreNone(String option) {
        assertThat(DebugAgent.isOption(option)).isFalse();
    }

    private static byte[] file() throws IOException {
        try (InputStream stream = CallSitesTest.class.getClassLoader().getResourceAsStream(NAME + ".class")) {
            return Objects.requireNonNull(stream).readAllBytes();
        }
    }
}

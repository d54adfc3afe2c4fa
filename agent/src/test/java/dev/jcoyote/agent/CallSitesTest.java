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
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;
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

        assertThat(mayCall(table, frames.get(1), frames.get(0))).isTrue();
        assertThat(mayCall(table, frames.get(1), another().get(0))).isFalse();
    }

    private static boolean mayCall(CallTable table, StackFrame caller, StackFrame callee) {
        return table.mayCall(caller, callee, table.methodsAt(callee));
    }

    private static List<StackFrame> outer(int calls) {
        return calls == 0 ? inner() : inner(calls);
    }

    private static List<StackFrame> inner(int calls) {
        return calls == 0
                ? List.of()
                : StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
                        .walk(frames -> frames.limit(2).toList());
    }

    @Test
    void anotherMethodOfTheSameNameIsNotTheOneThatWasCalled() throws IOException {
        List<StackFrame> without = outer(0);
        List<StackFrame> with = outer(1);
        CallTable table = CallTable.of(file());

        assertThat(mayCall(table, without.get(1), without.get(0))).isTrue();
        assertThat(mayCall(table, with.get(1), with.get(0))).isTrue();
        assertThat(mayCall(table, without.get(1), with.get(0))).isFalse();
        assertThat(mayCall(table, with.get(1), without.get(0))).isFalse();
    }

    /**
     * The table of method types is behind a lock, and a debugger that stops all threads may stop the one that holds it.
     */
    @Test
    void noFrameIsAskedForItsMethodType() {
        FrameCalls calls = new FrameCalls(recorder);
        List<StackFrame> frames = new ArrayList<>();
        new ArrayList<Object>(List.of(1)).forEach(new Consumer<>() {
            @Override
            public void accept(Object element) {
                frames.addAll(inner());
                frames.addAll(callerOfCaller());
            }
        });
        StackFrame forEach = new UntypedFrame(frames.get(2));

        assertThat(forEach.getMethodName()).isEqualTo("forEach");
        assertThat(calls.mayCall(forEach, new UntypedFrame(frames.get(1)))).isTrue();
        assertThat(calls.mayCall(forEach, new UntypedFrame(frames.get(0)))).isFalse();
    }

    private static List<StackFrame> callerOfCaller() {
        return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.skip(2).limit(1).toList());
    }

    /** A frame whose method type nobody gets. */
    private record UntypedFrame(StackFrame frame) implements StackFrame {
        @Override
        public String getClassName() {
            return frame.getClassName();
        }

        @Override
        public String getMethodName() {
            return frame.getMethodName();
        }

        @Override
        public Class<?> getDeclaringClass() {
            return frame.getDeclaringClass();
        }

        @Override
        public int getByteCodeIndex() {
            return frame.getByteCodeIndex();
        }

        @Override
        public @Nullable String getFileName() {
            return frame.getFileName();
        }

        @Override
        public int getLineNumber() {
            return frame.getLineNumber();
        }

        @Override
        public boolean isNativeMethod() {
            return frame.isNativeMethod();
        }

        @Override
        public StackTraceElement toStackTraceElement() {
            return frame.toStackTraceElement();
        }
    }

    @Test
    void codeWhoseLinesAreOthersIsNotTheOneThatRuns() throws IOException {
        ClassWriter stripped = new ClassWriter(0);
        new ClassReader(file()).accept(stripped, ClassReader.SKIP_DEBUG);
        CallTable table = CallTable.of(stripped.toByteArray());

        assertThat(mayCall(table, outer().get(1), another().get(0))).isTrue();
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

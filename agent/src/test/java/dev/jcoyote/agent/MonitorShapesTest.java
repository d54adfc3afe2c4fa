package dev.jcoyote.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcoyote.agent.cache.Dependencies;
import dev.jcoyote.bridge.Hooks;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks of any shape pass the verifier when rewritten, do what they did, and lock what they are told. */
class MonitorShapesTest {
    private static final IllegalStateException FAILURE = new IllegalStateException("on purpose");

    @ParameterizedTest
    @EnumSource
    void outsideControlABlockLocksItsMonitor(MonitorShape shape) throws Exception {
        MonitorShape.Block block = rewritten(shape);
        Monitor monitor = new Monitor(false);

        assertThat(block.run(monitor)).isEqualTo("held true");

        assertThat(Thread.holdsLock(monitor)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anExceptionLeavesTheMonitor(MonitorShape shape) throws Exception {
        MonitorShape.Block block = rewritten(shape);
        Monitor monitor = new Monitor(true);

        assertThatThrownBy(() -> block.run(monitor)).isSameAs(FAILURE);

        assertThat(Thread.holdsLock(monitor)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC", "FRAMELESS", "ECLIPSE", "KOTLIN", "GROOVY"})
    void whoRunsOutOfStackLeavesTheMonitor(MonitorShape shape) throws Exception {
        MonitorShape.Block block = rewritten(shape);
        Callable<?> endless = new Callable<>() {
            @Override
            public Object call() throws Exception {
                return block.run(this);
            }
        };

        assertThatThrownBy(() -> block.run(endless)).isInstanceOf(StackOverflowError.class);

        assertThat(Thread.holdsLock(endless)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void thereIsNoMonitorOfNull(MonitorShape shape) throws Exception {
        MonitorShape.Block block = rewritten(shape);

        assertThatThrownBy(() -> block.run(null)).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @EnumSource
    void underControlABlockLocksWhatItIsTold(MonitorShape shape) throws Exception {
        MonitorShape.Block block = rewritten(shape);
        Monitor monitor = new Monitor(false);
        Object lock = new Object();

        List<String> events = Recorder.record(() -> use(block, monitor), lock);

        int times = shape == MonitorShape.TWICE ? 2 : 1;
        boolean inJvm = !shape.isRecognized();
        assertThat(events)
                .containsExactly(
                        "held " + times + " times, in the JVM " + inJvm,
                        "held 0 times, in the JVM false",
                        "result held true");
        assertThat(Thread.holdsLock(lock)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void underControlAnExceptionLeavesWhatWasLocked(MonitorShape shape) throws Exception {
        MonitorShape.Block block = rewritten(shape);
        Monitor monitor = new Monitor(true);
        Object lock = new Object();

        List<String> events = Recorder.record(() -> use(block, monitor), lock);

        assertThat(events).hasSize(3).contains("held 0 times, in the JVM false");
        assertThat(Thread.holdsLock(lock)).isFalse();
    }

    private static Object use(MonitorShape.Block block, Monitor monitor) throws Exception {
        try {
            return block.run(monitor);
        } catch (IllegalStateException e) {
            assertThat(e).isSameAs(FAILURE);
            return "";
        } finally {
            assertThat(Hooks.holdsLock(monitor)).isFalse();
        }
    }

    private static MonitorShape.Block rewritten(MonitorShape shape) throws ReflectiveOperationException {
        ProgramRewriter rewriter = new ProgramRewriter(
                new HookTable(BridgeFiles.read().hookClassFiles()),
                new KnownClasses(),
                new TransformationFailures(),
                new ClassFilter(AgentOptions.none(), null));
        ClassLoader loader = new ClassLoader(MonitorShapesTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) {
                byte[] file = rewriter.rewrite(this, shape.classFile(), true, false, false, new Dependencies())
                        .define();
                return defineClass(name, file, 0, file.length);
            }
        };
        return (MonitorShape.Block)
                loader.loadClass(shape.className()).getDeclaredConstructor().newInstance();
    }

    /** A monitor that says, when called, whether it is held. */
    private static final class Monitor implements Callable<String> {
        private final boolean fails;

        Monitor(boolean fails) {
            this.fails = fails;
        }

        @Override
        public String call() {
            String answer = "held " + Hooks.holdsLock(this);
            if (fails) {
                throw FAILURE;
            }
            return answer;
        }
    }
}

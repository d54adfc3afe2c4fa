package dev.jcoyote.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.agent.cache.Dependencies;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the model's monitors are enough, the JVM locks another object, and the program sees no difference. */
class LockInPlaceTest {
    private static final Predicate<String> HELD_IN_MODEL = event -> event.matches("held [1-9] times, in the JVM false");
    private static final Predicate<String> HELD_IN_JVM = event -> event.matches("held . times, in the JVM true");

    private final Object lock = new Object();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void monitorsAreHeldInTheModelAlone(boolean points) throws Exception {
        for (String sample : List.of("SynchronizedBlocks", "SynchronizedMethods")) {
            String expected = (String)
                    sample(sample, LockInPlaceTest.class.getClassLoader()).call();
            Callable<?> rewritten = sample(sample, new RewritingLoader(points, false, false));

            List<String> events = Recorder.record(rewritten, lock);

            assertThat(events).contains("result " + expected);
            assertThat(events).anyMatch(HELD_IN_MODEL).noneMatch(HELD_IN_JVM);
            assertThat(Thread.holdsLock(lock)).isFalse();
        }
    }

    @Test
    void waitAndNotifyGoThroughTheModel() throws Exception {
        Callable<?> rewritten = sample("SynchronizedBlocks", new RewritingLoader(true, false, false));

        List<String> events = Recorder.record(rewritten, lock);

        assertThat(events).anyMatch(event -> event.startsWith("WAIT "));
        assertThat(events).anyMatch(event -> event.startsWith("NOTIFY_ALL "));
    }

    @Test
    void aMethodThatKeepsItsModifierIsLockedByTheJvm() throws Exception {
        Callable<?> rewritten = sample("SynchronizedMethods", new RewritingLoader(true, false, true));

        List<String> events = Recorder.record(rewritten, lock);

        assertThat(events).anyMatch(HELD_IN_JVM);
    }

    @Test
    void classesOfTheJdkThatWaitLockWhatTheyAreTold() throws Exception {
        Callable<?> rewritten = sample("SynchronizedBlocks", new JdkRewritingLoader());

        assertThat(Recorder.record(rewritten, lock)).anyMatch(HELD_IN_MODEL).noneMatch(HELD_IN_JVM);
        assertThat(Thread.holdsLock(lock)).isFalse();
    }

    @Test
    void otherClassesOfTheJdkLockTheirMonitors() throws Exception {
        Callable<?> rewritten = sample("SynchronizedMethods", new JdkRewritingLoader());

        assertThat(Recorder.record(rewritten, lock)).anyMatch(HELD_IN_JVM).noneMatch(HELD_IN_MODEL);
    }

    private static Callable<?> sample(String name, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = Class.forName(RewritingLoader.SAMPLES + name, true, loader);
        return (Callable<?>) type.getDeclaredConstructor().newInstance();
    }

    /** Loads the samples anew, rewritten as if they were classes of the JDK. */
    private static final class JdkRewritingLoader extends ClassLoader {
        private final JdkRewriter rewriter =
                new JdkRewriter(new HookTable(BridgeFiles.read().hookClassFiles()));

        JdkRewritingLoader() {
            super(LockInPlaceTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null && name.startsWith(RewritingLoader.SAMPLES)
                    ? define(name)
                    : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] original = stream.readAllBytes();
                byte[] file = rewriter.rewrite(original, EnumSet.of(JdkFeature.BLOCKING), true, new Dependencies())
                        .define();
                return defineClass(name, file, 0, file.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

package dev.jcoyote.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the model's monitors are enough, the JVM locks another object, and the program sees no difference. */
class LockInPlaceTest {
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
            assertThat(events).anyMatch(event -> event.matches("held [1-9] times, in the JVM false"));
            assertThat(events).noneMatch(event -> event.startsWith("held") && event.endsWith("in the JVM true"));
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

        assertThat(events).anyMatch(event -> event.matches("held [1-9] times, in the JVM true"));
    }

    private static Callable<?> sample(String name, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = Class.forName(RewritingLoader.SAMPLES + name, true, loader);
        return (Callable<?>) type.getDeclaredConstructor().newInstance();
    }
}

package dev.jcoyote.examples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.junit.Systematic;
import dev.jcoyote.junit.SystematicTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of all kinds that JUnit knows, made systematic: each loses an update if two threads are at work. */
public final class Kinds {
    private Kinds() {}

    static void count(int threads) throws InterruptedException {
        AtomicInteger counter = new AtomicInteger();
        Thread[] others = new Thread[threads - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Thread(() -> counter.set(counter.get() + 1));
            others[i].start();
        }
        counter.set(counter.get() + 1);
        for (Thread other : others) {
            other.join();
        }
        assertEquals(threads, counter.get());
    }

    /** Several invocations of one method. */
    public static class Templates {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        @Systematic(@SystematicTest(iterations = 100))
        void threads(int threads) throws InterruptedException {
            count(threads);
        }

        @RepeatedTest(2)
        @Systematic
        void repeated() throws InterruptedException {
            count(2);
        }
    }

    /** All of its tests are systematic, but for those of its factory. */
    @Systematic(@SystematicTest(iterations = 50, seed = 7, checkDeterminism = 0))
    public static class WholeClass {
        @Test
        void ordinary() {
            Lifecycles.called("ordinary");
        }

        @SystematicTest(iterations = 3, checkDeterminism = 0)
        void withSettingsOfItsOwn() {
            Lifecycles.called("own");
        }

        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.of(DynamicTest.dynamicTest("dynamic", () -> Lifecycles.called("dynamic")));
        }

        /** Inherits the request. */
        @Nested
        class Inner {
            @Test
            void nested() throws InterruptedException {
                count(2);
            }
        }
    }

    /** Inherits the request. */
    public static class Subclass extends WholeClass {}

    /** An annotation of the user's own. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @SystematicTest(iterations = 4, checkDeterminism = 0)
    @Tag("race")
    public @interface Race {}

    /** Has a test with the user's own annotation. */
    public static class Composed {
        @Race
        void race() {
            Lifecycles.called("race");
        }
    }

    /** Methods with two annotations that each make them tests. */
    public static class Competing {
        @SystematicTest
        @ParameterizedTest
        @CsvSource("1")
        void template(int one) {
            assertEquals(1, one);
        }

        @SystematicTest
        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.of();
        }
    }

    /** Tests without any sign of this library. */
    public static class Unedited {
        @Test
        void counts() throws InterruptedException {
            count(2);
        }

        @Test
        void other() {
            Lifecycles.called("other");
        }
    }
}

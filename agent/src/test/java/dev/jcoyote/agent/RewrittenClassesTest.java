package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outside control, a rewritten class passes the verifier and does what it did. */
class RewrittenClassesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SynchronizedMethods",
                "SynchronizedBlocks",
                "FieldsAndArrays",
                "Calls",
                "MethodReferences",
                "Structures",
                "Threads",
                "Outside"
            })
    void rewrittenClassesBehaveAsBefore(String sample) throws Exception {
        String expected = run(sample, RewrittenClassesTest.class.getClassLoader());

        assertEquals(expected, run(sample, new RewritingLoader(true, false, false)), "with scheduling points");
        assertEquals(expected, run(sample, new RewritingLoader(true, true, false)), "with points at plain accesses");
        assertEquals(expected, run(sample, new RewritingLoader(false, false, false)), "as a bystander");
        assertEquals(expected, run(sample, new RewritingLoader(true, true, true)), "rewritten in its bodies only");
    }

    private static String run(String sample, ClassLoader loader) throws Exception {
        Class<?> type = Class.forName(RewritingLoader.SAMPLES + sample, true, loader);
        if (loader instanceof RewritingLoader) {
            assertNotSame(RewrittenClassesTest.class.getClassLoader(), type.getClassLoader());
        }
        return (String) ((Callable<?>) type.getDeclaredConstructor().newInstance()).call();
    }
}

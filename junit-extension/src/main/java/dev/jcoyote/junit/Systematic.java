package dev.jcoyote.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs tests that are there already under many interleavings: the annotated {@code @Test}, each invocation of the
 * annotated {@code @ParameterizedTest} or {@code @RepeatedTest}, or all tests of the annotated class and of its nested
 * classes. Tests of a {@code @TestFactory} are run as ever.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @ValueSource(ints = {1, 2, 8})
 * @Systematic(@SystematicTest(iterations = 200))
 * void drainsWith(int consumers) { ... }
 * }</pre>
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SystematicTestExtension.class)
@ResourceLock(SystematicTest.RESOURCE)
public @interface Systematic {
    /** How the tests are explored. */
    SystematicTest value() default @SystematicTest;
}

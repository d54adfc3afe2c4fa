package dev.jcoyote.junit;

import dev.jcoyote.BugFoundError;
import dev.jcoyote.Deadlock;
import dev.jcoyote.Demands;
import dev.jcoyote.InvariantViolation;
import dev.jcoyote.Isolation;
import dev.jcoyote.Livelock;
import dev.jcoyote.LivenessViolation;
import dev.jcoyote.RaceMode;
import dev.jcoyote.engine.Engines;
import dev.jcoyote.strategy.Strategies;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test method that is run under many interleavings of its threads. It takes the place of {@link Test}, and fails with
 * a {@link BugFoundError} at the first interleaving that has a bug. {@link Systematic} does the same for tests of other
 * kinds, such as parameterized ones, and for all tests of a class.
 *
 * <p>Each execution gets a fresh instance of the test class, and runs the methods annotated with {@code @BeforeEach},
 * the test method and those annotated with {@code @AfterEach}, all under control. The callbacks of other extensions run
 * once, outside control, with the instance that JUnit has made; what they put into its fields, which its constructor
 * does not explain, is copied to every fresh instance. Mocks are not copied: each execution gets its own, if Mockito's
 * annotations ask for them. A {@code @TempDir} of an instance or a parameter is emptied before each execution.
 * Parameters are resolved once, and passed to every execution. The test sees the thread locals and the context class
 * loader of JUnit's thread.
 *
 * <p>A {@code @Timeout} limits the virtual time of each execution. An execution that a failed assumption aborts is left
 * out; if all of them are, the test is aborted. An execution that another thread's failure or a deadlock cuts short runs
 * no {@code @AfterEach} methods. What executions print is shown only of the one that fails.
 *
 * <p>Parameters of the run, as system properties or in {@code junit-platform.properties}:
 *
 * <ul>
 *   <li>{@code jcoyote.seed}: the seed of all tests, or {@code random} to draw one for each.
 *   <li>{@code jcoyote.replay}: a schedule file. The test that it belongs to runs once, as recorded; other systematic
 *       tests are aborted.
 *   <li>{@code jcoyote.engine}: the {@link #engine} of all tests.
 *   <li>{@code jcoyote.isolation}: the {@link #isolation} of all tests, {@code statics} or {@code none}.
 *   <li>{@code jcoyote.timeouts}, {@code idle} or {@code explore}: {@link #exploreTimeouts} of all tests.
 *   <li>{@code jcoyote.spuriousWakeups}, {@code jcoyote.startTime}, {@code jcoyote.checkDeterminism}: the attributes of
 *       that name of all tests.
 *   <li>{@code jcoyote.races}, {@code explore}, {@code fail} or {@code off}: {@link #races} of all tests; and
 *       {@code jcoyote.benignRaces}, a file that names data races which do no harm, a line each with its reason.
 *   <li>{@code jcoyote.include} and {@code jcoyote.exclude}: packages that get scheduling points although they only observe,
 *       and packages that get none. As system properties they hold for all classes; else for those that are loaded later.
 *   <li>{@code jcoyote.minimizeBudget}: the {@link #minimizeBudget} of all tests.
 *   <li>{@code jcoyote.output}: where schedules and reports are written; by default {@code target/jcoyote} or
 *       {@code build/jcoyote} if {@code target} or {@code build} is there, else {@code jcoyote-output}.
 *   <li>{@code jcoyote.tests}, as a system property only: tests to run as if they were annotated with
 *       {@link Systematic}, as {@code Class#method} with a simple or full class name and {@code *} for anything,
 *       separated by commas.
 * </ul>
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(SystematicTestExtension.class)
@ResourceLock(SystematicTest.RESOURCE)
public @interface SystematicTest {
    /** The resource that systematic tests lock: in a parallel run they queue. */
    String RESOURCE = "dev.jcoyote.exploration";

    /** The {@link #seed} of those who do not choose: one that is derived from the class's and the method's name. */
    long DERIVED_SEED = Long.MIN_VALUE;

    /** How many executions to run at most; at least 1. */
    int iterations() default 1_000;

    /** The strategy's name, one of {@link Strategies#names}. */
    String strategy() default Strategies.DEFAULT;

    /** The depth of PCT: the number of ordering constraints that a bug needs, at least 1. */
    int depth() default 3;

    /** How threads are suspended: {@code auto}, {@code fiber} (JDK 24 and later) or {@code platform}. */
    String engine() default Engines.AUTO;

    /** Whether {@code java.util.concurrent} and the collections of {@code java.util} have scheduling points inside. */
    boolean deep() default false;

    /** What keeps executions from seeing what others left in static fields; not {@link Isolation#LOADER}. */
    Isolation isolation() default Isolation.STATICS;

    /** What becomes of data races: a warning and scheduling points, a bug, or nothing. */
    RaceMode races() default RaceMode.EXPLORE;

    /** The seed; the same seed gives the same exploration. */
    long seed() default DERIVED_SEED;

    /** After how many seconds to stop exploring, even if executions are left; 0 for no limit. */
    int timeout() default 10;

    /** How many scheduling points an execution may have, at least 1. */
    int maxSteps() default 100_000;

    /** Whether an execution that reaches the maximum of steps is a bug. */
    boolean failOnMaxSteps() default false;

    /** Whether the end of a timed wait is a choice at every scheduling point; else it comes when nothing else can. */
    boolean exploreTimeouts() default false;

    /** Whether waits may end without a reason. */
    boolean spuriousWakeups() default false;

    /** When every execution begins, such as {@code 2030-12-31T23:59:59Z}; empty for the usual instant. */
    String startTime() default "";

    /** How many executions, from the first, to run a second time with the same choices, to warn if that differs. */
    int checkDeterminism() default 2;

    /**
     * The bug that the test must have: {@link Deadlock}, {@link Livelock}, {@link LivenessViolation},
     * {@link InvariantViolation}, or the type of an exception. The test passes if an execution has it, and fails if none
     * does or if another bug is found first. {@link None} if it must have none.
     */
    Class<? extends Throwable> expect() default None.class;

    /** For how many scheduling points of a fair execution something may be open that must happen; 0 for half of them. */
    int livenessBound() default Demands.HALF_OF_STEPS;

    /**
     * How much may be spent on making a failure simpler before it is explained: a number of executions such as {@code 500}, or
     * a time such as {@code 5s} or {@code 300ms}. With {@code 0} it is explained as it was found, with {@code off} not at
     * all; empty for 2,000 executions or 2 seconds, whichever is first.
     */
    String minimizeBudget() default "";

    /** A schedule file to replay instead of exploring, from the working directory; empty to explore. */
    String replay() default "";

    /**
     * A folder of schedules, from the working directory: those of this test are replayed before it explores, and one that
     * still fails fails the test; empty for none.
     */
    String corpus() default "";

    /** Stands for no expected bug. */
    final class None extends Error {
        private static final long serialVersionUID = 1L;

        private None() {}
    }
}

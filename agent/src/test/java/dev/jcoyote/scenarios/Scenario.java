package dev.jcoyote.scenarios;

import dev.jcoyote.BugKind;
import dev.jcoyote.Configuration;
import dev.jcoyote.Demands;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.TestBody;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario method with what it declares.
 *
 * @param method the method; it has no parameters
 */
record Scenario(Method method) {
    /** How the warning begins that tells of threads that go on. */
    static final String LEFT_BEHIND = "Left behind";

    private static final int EXECUTIONS_TO_PASS = 200;
    private static final int EXECUTIONS_TO_FAIL = 1_000;

    /** The scenarios of a class, by name. */
    static Stream<Scenario> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .map(Scenario::new)
                .filter(scenario -> scenario.isDeclared() && scenario.runsOnThisJdk())
                .sorted(Comparator.comparing(Scenario::name));
    }

    private boolean isDeclared() {
        return method.isAnnotationPresent(Passes.class)
                || method.isAnnotationPresent(Fails.class)
                || method.isAnnotationPresent(CutOff.class);
    }

    private boolean runsOnThisJdk() {
        int jdk = Runtime.version().feature();
        return demands().allMatch(since -> jdk >= since.value());
    }

    private Stream<SinceJdk> demands() {
        return Stream.of(
                        method.getAnnotation(SinceJdk.class),
                        method.getDeclaringClass().getAnnotation(SinceJdk.class))
                .filter(Objects::nonNull);
    }

    /** Whether there are JDKs that cannot run it. */
    boolean needsNewerJdk() {
        return demands().findAny().isPresent();
    }

    /** The class and the method. */
    String name() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** The method's name in words. */
    String sentence() {
        return method.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** The bug that it has; null if it has none. */
    @Nullable
    BugKind bug() {
        Fails fails = method.getAnnotation(Fails.class);
        return fails == null ? null : fails.value();
    }

    /** A part of the bug's message. */
    String saying() {
        Fails fails = method.getAnnotation(Fails.class);
        return fails == null ? "" : fails.saying();
    }

    /** Whether it is not seen to its end. */
    boolean isCutOff() {
        return method.isAnnotationPresent(CutOff.class);
    }

    /** A part of the warning that it is given; null if it need not be given one. */
    @Nullable
    String warning() {
        Warns warns = method.getAnnotation(Warns.class);
        return warns == null ? null : warns.value();
    }

    /** Whether it has data races, on purpose. */
    boolean races() {
        String warning = warning();
        return warning != null && warning.startsWith("Data race");
    }

    /** Whether it leaves threads behind that go on after its end. */
    boolean leavesThreadsBehind() {
        String warning = warning();
        return warning != null && warning.startsWith(LEFT_BEHIND);
    }

    /** How it is explored. */
    Configuration configuration() {
        Configuration configuration = Configuration.defaults()
                .withTestName(method.getDeclaringClass().getName() + "." + method.getName())
                .withEngine(Installation.engine())
                .withExplanation(ExplanationSettings.OFF)
                .withIterations(bug() == null ? EXECUTIONS_TO_PASS : EXECUTIONS_TO_FAIL);
        Limit limit = method.getAnnotation(Limit.class);
        return limit == null
                ? configuration
                : configuration.withMaxSteps(limit.steps()).withDemands(Demands.USUAL.ending(limit.isBug()));
    }

    /** Runs it on a new instance of its class. No reflection takes part: it would change its ways after some calls. */
    TestBody body() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle instance =
                    lookup.unreflectConstructor(method.getDeclaringClass().getDeclaredConstructor());
            MethodHandle body = MethodHandles.collectArguments(lookup.unreflect(method), 0, instance);
            return () -> {
                // A block, so that the call's type is void.
                body.invokeExact();
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(name() + " needs an accessible constructor without parameters", e);
        }
    }
}

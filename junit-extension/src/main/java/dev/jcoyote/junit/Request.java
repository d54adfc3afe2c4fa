package dev.jcoyote.junit;

import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * That a test is to be systematic.
 *
 * @param test its name: {@code fully.qualified.Class.method}, followed by {@code [n]} if it is the <i>n</i>th invocation
 * @param settings how it is to be explored
 * @param edited whether an annotation says so
 */
record Request(String test, SystematicTest settings, boolean edited) {
    private static final Pattern INVOCATION = Pattern.compile("-template-invocation:#(\\d+)]");

    /** The request for the test of that context; null if it is an ordinary one. */
    static @Nullable Request of(ExtensionContext context) {
        Method method = context.getTestMethod().orElse(null);
        if (method == null || AnnotationSupport.isAnnotated(method, TestFactory.class)) {
            return null;
        }
        SystematicTest settings = settings(context, method);
        if (settings != null) {
            return new Request(name(context, method), settings, true);
        }
        return UneditedTests.OF_THIS_RUN.include(context.getRequiredTestClass(), method)
                ? new Request(name(context, method), Defaults.SETTINGS, false)
                : null;
    }

    private static @Nullable SystematicTest settings(ExtensionContext context, Method method) {
        Optional<SystematicTest> direct = AnnotationSupport.findAnnotation(method, SystematicTest.class);
        if (direct.isPresent()) {
            return direct.get();
        }
        for (ExtensionContext around = context;
                around != null;
                around = around.getParent().orElse(null)) {
            Optional<Systematic> inherited =
                    around.getElement().flatMap(element -> AnnotationSupport.findAnnotation(element, Systematic.class));
            if (inherited.isPresent()) {
                return inherited.get().value();
            }
        }
        return null;
    }

    private static String name(ExtensionContext context, Method method) {
        StringBuilder name = new StringBuilder(context.getRequiredTestClass().getName());
        name.append('.').append(method.getName());
        Matcher invocation = INVOCATION.matcher(context.getUniqueId());
        while (invocation.find()) {
            name.append('[').append(invocation.group(1)).append(']');
        }
        return name.toString();
    }

    /**
     * Refuses a method that JUnit runs twice: as a test by itself, and as a template's.
     *
     * @throws ExtensionConfigurationException that says what to write
     */
    static void refuseTemplates(Method method) {
        boolean template = AnnotationSupport.isAnnotated(method, TestTemplate.class);
        boolean factory = AnnotationSupport.isAnnotated(method, TestFactory.class);
        if ((template || factory) && AnnotationSupport.isAnnotated(method, SystematicTest.class)) {
            throw new ExtensionConfigurationException("@SystematicTest of "
                    + method.getDeclaringClass().getName() + "." + method.getName()
                    + ": it makes the method a test by itself, and another annotation makes it a "
                    + (template
                            ? "template of tests. Write @Systematic in the place of @SystematicTest: it goes with"
                                    + " @ParameterizedTest, @RepeatedTest and the like."
                            : "factory of tests. Remove one of them: the tests of a factory cannot be systematic."));
        }
    }

    @Systematic
    private static final class Defaults {
        static final SystematicTest SETTINGS = Objects.requireNonNull(Defaults.class.getAnnotation(Systematic.class))
                .value();
    }
}

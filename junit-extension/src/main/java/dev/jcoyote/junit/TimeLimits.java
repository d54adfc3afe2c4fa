package dev.jcoyote.junit;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * How long, in virtual time, the methods of an execution may take: {@link Timeout} and JUnit's parameters for methods
 * without it, which JUnit itself would apply to the whole exploration, in real time.
 */
final class TimeLimits {
    private static final String PREFIX = "junit.jupiter.execution.timeout.";
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d*) ?(ns|μs|ms|s|m|h|d)?");
    private static final Map<String, Duration> UNITS = Map.of(
            "ns", Duration.ofNanos(1),
            "μs", Duration.ofNanos(1_000),
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private final ExtensionContext context;

    TimeLimits(ExtensionContext context) {
        this.context = context;
    }

    /** The limit of the test method; null if it has none. */
    @Nullable
    Duration ofTest(Method method) {
        if (areDisabled()) {
            return null;
        }
        Optional<Timeout> timeout = AnnotationSupport.findAnnotation(method, Timeout.class);
        for (ExtensionContext around = context;
                timeout.isEmpty() && around != null;
                around = around.getParent().orElse(null)) {
            timeout = around.getTestClass().flatMap(type -> AnnotationSupport.findAnnotation(type, Timeout.class));
        }
        return timeout.map(TimeLimits::duration).orElseGet(() -> byDefault("test.method", "testable.method", ""));
    }

    /** The limit of a method that runs before or after each test; null if it has none. */
    @Nullable
    Duration ofLifecycle(Method method, String kind) {
        if (areDisabled()) {
            return null;
        }
        return AnnotationSupport.findAnnotation(method, Timeout.class)
                .map(TimeLimits::duration)
                .orElseGet(() -> byDefault(kind + ".method", "lifecycle.method", ""));
    }

    private boolean areDisabled() {
        return context.getConfigurationParameter(PREFIX + "mode")
                .orElse("enabled")
                .equalsIgnoreCase("disabled");
    }

    private static Duration duration(Timeout timeout) {
        return Duration.of(timeout.value(), timeout.unit().toChronoUnit());
    }

    private @Nullable Duration byDefault(String... kinds) {
        for (String kind : kinds) {
            String name = PREFIX + (kind.isEmpty() ? "" : kind + ".") + "default";
            Optional<String> text = context.getConfigurationParameter(name);
            if (text.isPresent()) {
                return parse(name, text.get());
            }
        }
        return null;
    }

    private static Duration parse(String name, String text) {
        Matcher matcher = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name + " must be a number with a unit, such as 5 s, but is " + text);
        }
        Duration unit = UNITS.get(matcher.group(2) == null ? "s" : matcher.group(2));
        return Objects.requireNonNull(unit).multipliedBy(Long.parseLong(matcher.group(1)));
    }
}

package dev.jcoyote.junit;

import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.testing.Replay;
import dev.jcoyote.testing.RunParameters;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tests that a run wants to be systematic although nothing in their code says so: those that it names, and the one
 * whose schedule it replays.
 */
final class UneditedTests {
    /** Those of this JVM. */
    static final UneditedTests OF_THIS_RUN =
            new UneditedTests(System.getProperty(RunParameters.TESTS), replayed(RunParameters.ofSystem()));

    private final List<Pattern> patterns = new ArrayList<>();
    private final @Nullable String replayed;
    private final AtomicBoolean met = new AtomicBoolean();

    /**
     * Those with these names.
     *
     * @param names {@code Class#method}, separated by commas; the class's name may be simple or full, {@code *} stands
     *     for any characters, and without {@code #} all methods are meant; null or blank for none
     * @param replayed the name of the test whose schedule is replayed; null for none
     */
    UneditedTests(@Nullable String names, @Nullable String replayed) {
        for (String name : names == null ? new String[0] : names.split(",", -1)) {
            if (!name.isBlank()) {
                patterns.add(pattern(name.strip()));
            }
        }
        this.replayed = replayed;
    }

    /** The test of the schedule that the run replays; null if it replays none, or what is no schedule. */
    private static @Nullable String replayed(RunParameters parameters) {
        try {
            return parameters.replay() == null
                    ? null
                    : Replay.read(parameters.replay()).schedule().header(Schedule.TEST);
        } catch (IllegalArgumentException e) {
            // Tests that are known to be systematic tell it, and the listener at the end.
            return null;
        }
    }

    private static Pattern pattern(String name) {
        int hash = name.indexOf('#');
        String type = hash < 0 ? name : name.substring(0, hash);
        String method = hash < 0 ? "*" : name.substring(hash + 1);
        return Pattern.compile("(.*[.$])?" + glob(type) + "#" + glob(method));
    }

    private static String glob(String text) {
        return Pattern.quote(text).replace("*", "\\E.*\\Q");
    }

    /** Whether any are wanted. */
    boolean areAsked() {
        return areNamed() || replayed != null;
    }

    /** Whether any are named. */
    boolean areNamed() {
        return !patterns.isEmpty();
    }

    /** Whether any test of the run was one of those that are named. */
    boolean wereMet() {
        return met.get();
    }

    /** Whether that method of a test class, or of one that it inherits from, is one of them. */
    boolean include(Class<?> type, Method method) {
        String name = type.getName() + "#" + method.getName();
        for (Pattern pattern : patterns) {
            if (pattern.matcher(name).matches()) {
                met.set(true);
                return true;
            }
        }
        String invocation = type.getName() + "." + method.getName() + "[";
        return replayed != null && (replayed + "[").startsWith(invocation);
    }
}

package dev.jcoyote.testing;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who has started the JVM of the tests, and so how a person runs one of them again. */
enum BuildTool {
    /** Surefire; failsafe, which sets the same properties, runs the tests whose names it would choose by itself. */
    MAVEN {
        @Override
        String replay(String test, String schedule) {
            return command(test, schedule, "");
        }

        @Override
        String debug(String test, String schedule) {
            String goal = isIntegrationTest(test) ? "failsafe" : "surefire";
            return command(test, schedule, " -Dmaven." + goal + ".debug") + " (it waits for a debugger on port 5005)";
        }

        private String command(String test, String schedule, String option) {
            String selected = className(test) + "#" + methodName(test);
            String phase = isIntegrationTest(test) ? "verify" : "test";
            String selection = (isIntegrationTest(test) ? "-Dit.test=" : "-Dtest=") + selected;
            return "mvn " + phase + option + " " + quoted(selection) + " " + property(schedule);
        }

        private boolean isIntegrationTest(String test) {
            String name = className(test);
            return name.startsWith("IT") || name.endsWith("IT") || name.endsWith("ITCase");
        }
    },

    /** Gradle. */
    GRADLE {
        @Override
        String replay(String test, String schedule) {
            return "gradle test --tests " + quoted(className(test) + "." + methodName(test)) + " " + property(schedule)
                    + " (if the build hands jcoyote.* on to its tests)";
        }

        @Override
        String debug(String test, String schedule) {
            return "the same with --debug-jvm (it waits for a debugger on port 5005)";
        }
    },

    /** An IDE, or something else. */
    OTHER {
        @Override
        String replay(String test, String schedule) {
            return property(schedule) + " as an option of the JVM that runs this test";
        }

        @Override
        String debug(String test, String schedule) {
            return "the same in the debugger";
        }
    };

    /** How to replay that schedule of a test, given as {@code fully.qualified.Class.method}. */
    abstract String replay(String test, String schedule);

    /** How to do so in a debugger. */
    abstract String debug(String test, String schedule);

    /** The one that has started a JVM with these system properties. */
    static BuildTool of(Function<String, @Nullable String> properties) {
        if (properties.apply("org.gradle.test.worker") != null) {
            return GRADLE;
        }
        boolean surefire = properties.apply("surefire.test.class.path") != null
                || properties.apply("surefire.real.class.path") != null;
        return surefire ? MAVEN : OTHER;
    }

    private static String property(String schedule) {
        return quoted("-D" + RunParameters.REPLAY + "=" + schedule);
    }

    /** An argument as a shell takes it. */
    private static String quoted(String argument) {
        return argument.matches("[\\p{L}\\p{N}/.:=_#+-]*") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    private static String className(String test) {
        String type = test.substring(0, Math.max(0, test.lastIndexOf('.')));
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The method's name, without the number of an invocation. */
    private static String methodName(String test) {
        String method = test.substring(test.lastIndexOf('.') + 1);
        int invocation = method.indexOf('[');
        return invocation < 0 ? method : method.substring(0, invocation);
    }
}

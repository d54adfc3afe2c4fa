package dev.jcoyote.cli;

/** The demands on the JVM that runs the command line. */
final class Jvm {
    private static final int LEAST_RELEASE = 17;

    private Jvm() {}

    /** Fails if this JVM cannot run controlled executions. */
    static void check() {
        check(Runtime.version().feature(), System.getProperty("java.vm.name", ""));
    }

    static void check(int release, String name) {
        if (release < LEAST_RELEASE) {
            throw new UsageException("jcoyote needs JDK " + LEAST_RELEASE + " or later, but this is Java " + release
                    + ".\nSet JAVA_HOME to a newer JDK.");
        }
        if (!name.contains("HotSpot") && !name.contains("OpenJDK")) {
            throw new UsageException("jcoyote needs the HotSpot JVM of OpenJDK, but this is '" + name
                    + "'.\nSet JAVA_HOME to an OpenJDK build, such as Temurin.");
        }
    }
}

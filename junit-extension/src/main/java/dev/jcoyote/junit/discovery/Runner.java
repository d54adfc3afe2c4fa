package dev.jcoyote.junit.discovery;

/**
 * What started the tests of this JVM, and whether it leaves it to JUnit to load the test classes.
 *
 * <p>The platform's console, IntelliJ and Surefire from 3.6 on hand over names, so that the first discovery is early
 * enough for the agent. Surefire before 3.6 loads each class before it asks JUnit for that class; of Gradle, Eclipse and
 * others this is not known.
 */
final class Runner {
    private static final String SUREFIRE_PROVIDER = "org.apache.maven.surefire.junitplatform.JUnitPlatformProvider";

    private Runner() {}

    /** Whether no test class is loaded before the first discovery, so that it may be waited for. */
    static boolean handsOverNames(ClassLoader loader) {
        return isNamer(System.getProperty("sun.java.command", "")) || isNewSurefire(loader);
    }

    static boolean isNamer(String command) {
        return command.contains("junit-platform-console")
                || command.startsWith("org.junit.platform.console.")
                || command.startsWith("com.intellij.rt.junit.");
    }

    private static boolean isNewSurefire(ClassLoader loader) {
        try {
            Package provider = Class.forName(SUREFIRE_PROVIDER, false, loader).getPackage();
            return isNewSurefire(String.valueOf(provider.getImplementationVersion()));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    static boolean isNewSurefire(String version) {
        return version.matches("([4-9]|[1-9]\\d+)\\..*|3\\.([6-9]|[1-9]\\d+)([.-].*)?");
    }
}

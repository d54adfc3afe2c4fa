package dev.jcoyote.cli;

/** Which jcoyote this is, and on which Java it runs. */
final class Version {
    private Version() {}

    /** The version from the jar's manifest; {@code development} if the classes are not in a jar. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** What {@code --version} prints. */
    static String line() {
        return "jcoyote " + number() + " (JDK " + System.getProperty("java.version") + ", "
                + System.getProperty("java.vendor") + ")";
    }
}

package dev.jcoyote.agent;

import dev.jcoyote.install.InstallationException;

/** Whether this JVM can be instrumented at all. */
final class JvmSupport {
    private static final int FIRST_JDK = 17;

    private JvmSupport() {}

    /**
     * Checks the JVM.
     *
     * @throws InstallationException if it is none that the tool knows
     */
    static void require() {
        check(Runtime.version().feature(), System.getProperty("java.vm.name", "an unknown JVM"));
    }

    static void check(int version, String name) {
        if (version < FIRST_JDK || !(name.contains("OpenJDK") || name.contains("HotSpot"))) {
            throw new InstallationException("Systematic testing needs a HotSpot JVM of JDK " + FIRST_JDK
                    + " or later; this is " + name + " of JDK " + version + ".");
        }
    }
}

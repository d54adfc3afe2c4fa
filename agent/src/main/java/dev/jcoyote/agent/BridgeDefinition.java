package dev.jcoyote.agent;

import dev.jcoyote.install.InstallationException;
import java.lang.instrument.Instrumentation;

/**
 * Defines the bridge's classes in the boot loader, where hooks in JDK classes reach them: from their bytes, by the
 * internal Unsafe, since a jar on the boot class path would switch class-data sharing off.
 *
 * <p>Nothing may link to a bridge class before {@link #define} has returned.
 */
final class BridgeDefinition {
    private BridgeDefinition() {}

    /**
     * Defines the classes and initialises them.
     *
     * @return the module that they are in
     * @throws InstallationException if they cannot be defined, or if one of them is in use from another loader
     */
    static Module define(Instrumentation instrumentation, BridgeFiles files) {
        refuseOtherCopies(instrumentation.getAllLoadedClasses());
        ModuleAccess.grant(instrumentation, BridgeDefinition.class.getModule());
        ClassDefiner definer = new ClassDefiner();
        for (int i = 0; i < BridgeFiles.CLASSES.length; i++) {
            definer.define(BridgeFiles.PACKAGE + BridgeFiles.CLASSES[i], files.file(i), null);
        }
        try {
            Module bridge = Class.forName(BridgeFiles.PACKAGE + BridgeFiles.HOOKS, false, null)
                    .getModule();
            ModuleAccess.grant(instrumentation, bridge);
            ModuleAccess.letJdkRead(instrumentation, bridge);
            // The hooks must not start to initialise anything in the middle of the JDK.
            for (String name : BridgeFiles.CLASSES) {
                Class.forName(BridgeFiles.PACKAGE + name, true, null);
            }
            Class<?> seen = Class.forName(
                    BridgeFiles.PACKAGE + BridgeFiles.HOOKS, false, BridgeDefinition.class.getClassLoader());
            if (seen.getClassLoader() != null) {
                throw foreign(seen);
            }
            return bridge;
        } catch (ClassNotFoundException e) {
            throw new InstallationException("The bridge is not in the boot loader, where it was defined: " + e, e);
        }
    }

    private static void refuseOtherCopies(Class<?>[] loadedClasses) {
        for (Class<?> type : loadedClasses) {
            if (type.getName().startsWith(BridgeFiles.PACKAGE)) {
                throw foreign(type);
            }
        }
    }

    private static InstallationException foreign(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return new InstallationException(
                loader == null
                        ? "Another copy of the agent has instrumented this JVM already: " + type.getName()
                                + " is in the boot loader. Start the JVM with one agent."
                        : type.getName() + " was used before the agent was installed, and is now in the loader "
                                + loader
                                + " where JDK classes cannot reach it. Install the agent first:"
                                + " Installer.install must come before the first use of dev.jcoyote.bridge.");
    }
}

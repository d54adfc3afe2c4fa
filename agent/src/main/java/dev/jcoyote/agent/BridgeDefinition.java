package dev.jcoyote.agent;

import dev.jcoyote.install.InstallationException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Defines the bridge's classes in the boot loader, where hooks in JDK classes reach them: from their bytes, by the
 * internal Unsafe, since a jar on the boot class path would switch class-data sharing off.
 *
 * <p>Nothing may link to a bridge class before {@link #define} has returned.
 */
final class BridgeDefinition {
    private static final String PACKAGE = "dev.jcoyote.bridge.";

    /** The simple names, supertypes first. The classes whose names end with {@link #HOOKS} declare the hooks. */
    static final String[] CLASSES = {
        "OperationKind",
        "Sites",
        "Controller",
        "Control",
        "Nanos",
        "CallSites",
        "Debugger",
        "Fibers$Source",
        "Fibers",
        "FiberSupport",
        "NativeStart",
        "Hooks$JdkParking",
        "Hooks",
        "ThreadLifeHooks",
        "EnvironmentHooks"
    };

    private static final String HOOKS = "Hooks";

    private BridgeDefinition() {}

    /**
     * Defines the classes and initialises them.
     *
     * @return the module that they are in
     * @throws InstallationException if they cannot be defined, or if one of them is in use from another loader
     */
    static Module define(Instrumentation instrumentation, Class<?>[] loadedClasses) {
        refuseOtherCopies(loadedClasses);
        ModuleAccess.grant(instrumentation, BridgeDefinition.class.getModule());
        ClassDefiner definer = new ClassDefiner();
        for (String name : CLASSES) {
            definer.define(PACKAGE + name, classFile(name), null);
        }
        try {
            Module bridge = Class.forName(PACKAGE + HOOKS, false, null).getModule();
            ModuleAccess.grant(instrumentation, bridge);
            ModuleAccess.letJdkRead(instrumentation, bridge);
            // The hooks must not start to initialise anything in the middle of the JDK.
            for (String name : CLASSES) {
                Class.forName(PACKAGE + name, true, null);
            }
            Class<?> seen = Class.forName(PACKAGE + HOOKS, false, BridgeDefinition.class.getClassLoader());
            if (seen.getClassLoader() != null) {
                throw foreign(seen);
            }
            return bridge;
        } catch (ClassNotFoundException e) {
            throw new InstallationException("The bridge is not in the boot loader, where it was defined: " + e, e);
        }
    }

    /** The class files of the classes that declare hooks. */
    static List<byte[]> hookClassFiles() {
        List<byte[]> files = new ArrayList<>();
        for (String name : CLASSES) {
            if (name.endsWith(HOOKS)) {
                files.add(classFile(name));
            }
        }
        return files;
    }

    private static byte[] classFile(String simpleName) {
        String resource = PACKAGE.replace('.', '/') + simpleName + ".class";
        ClassLoader loader = BridgeDefinition.class.getClassLoader();
        try (InputStream stream = loader == null
                ? ClassLoader.getSystemResourceAsStream(resource)
                : loader.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new InstallationException("The agent's jar is incomplete: " + resource + " is missing.");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new InstallationException("Cannot read " + resource + ": " + e, e);
        }
    }

    private static void refuseOtherCopies(Class<?>[] loadedClasses) {
        for (Class<?> type : loadedClasses) {
            if (type.getName().startsWith(PACKAGE)) {
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

package dev.jcoyote.agent;

import dev.jcoyote.install.InstallationException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The class files of the bridge, as they lie beside the agent. */
final class BridgeFiles {
    static final String PACKAGE = "dev.jcoyote.bridge.";

    /** The simple names, supertypes first. The classes whose names end with {@link #HOOKS} declare the hooks. */
    static final String[] CLASSES = {
        "OperationKind",
        "SiteRows",
        "Sites",
        "StaticEpoch",
        "ClassInitialization$State",
        "ClassInitialization$Values",
        "ClassInitialization",
        "Controller",
        "Control",
        "Hearing",
        "Nanos",
        "CallSites",
        "Debugger",
        "Fibers$Source",
        "Fibers",
        "FiberSupport",
        "NativeStart",
        "HeaderAccess",
        "IdentityHash",
        "LocalUrls",
        "Hooks$JdkParking",
        "Hooks",
        "AccessHooks",
        "ThreadLifeHooks",
        "EnvironmentHooks",
        "InterfaceValues",
        "InitializationHooks",
        "ReflectionHooks",
        "IdentityHooks"
    };

    static final String HOOKS = "Hooks";

    private final byte[][] files;

    private BridgeFiles(byte[][] files) {
        this.files = files;
    }

    /**
     * Reads the files.
     *
     * @throws InstallationException if one of them is missing
     */
    static BridgeFiles read() {
        byte[][] files = new byte[CLASSES.length][];
        // A resource costs a start more than an entry of a jar that is open anyway.
        String jar = AgentJar.path();
        try (ZipFile zip = jar == null ? null : new ZipFile(new File(jar))) {
            for (int i = 0; i < files.length; i++) {
                files[i] = read(zip, PACKAGE.replace('.', '/') + CLASSES[i] + ".class");
            }
        } catch (IOException e) {
            throw new InstallationException("Cannot read the class files of the bridge: " + e, e);
        }
        return new BridgeFiles(files);
    }

    private static byte[] read(@Nullable ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip == null ? null : zip.getEntry(name);
        try (InputStream stream = zip != null && entry != null ? zip.getInputStream(entry) : resource(name)) {
            if (stream == null) {
                throw new InstallationException("The agent's jar is incomplete: " + name + " is missing.");
            }
            return stream.readAllBytes();
        }
    }

    private static @Nullable InputStream resource(String name) {
        ClassLoader loader = BridgeFiles.class.getClassLoader();
        return loader == null ? ClassLoader.getSystemResourceAsStream(name) : loader.getResourceAsStream(name);
    }

    /** The file of the class at that place in {@link #CLASSES}. */
    byte[] file(int index) {
        return files[index];
    }

    /** The files of the classes that declare hooks. */
    List<byte[]> hookClassFiles() {
        List<byte[]> declaring = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            if (CLASSES[i].endsWith(HOOKS)) {
                declaring.add(files[i]);
            }
        }
        return declaring;
    }
}

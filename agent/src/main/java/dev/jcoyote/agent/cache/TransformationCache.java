package dev.jcoyote.agent.cache;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * What became of class files in earlier JVMs, on disk: a folder for each build of the tool and JDK, in it a file for the
 * classes of the JDK and one for those of each program.
 *
 * <p>Files are written when the JVM ends, under another name first: whoever reads one finds it whole, and a JVM that is
 * killed loses nothing else. Whatever is wrong with the cache, the JVM goes on as without it.
 */
public final class TransformationCache {
    private static final String JDK = "jdk" + OldFiles.CLASSES;
    private static final int MAX_JDK = 8 << 20;
    private static final int MAX_PROGRAM = 32 << 20;

    private final @Nullable Path folder;
    private final String tool;
    private final ClassStore jdk;
    private @Nullable ClassStore program;
    private String programName = "";

    private TransformationCache(@Nullable Path folder, String tool) {
        this.folder = folder;
        this.tool = tool;
        jdk = folder == null ? ClassStore.none() : open(folder, JDK, tool, MAX_JDK);
    }

    /** A cache that is empty and stays so. */
    public static TransformationCache none() {
        return new TransformationCache(null, "");
    }

    /**
     * Opens the cache as the user's settings have it, and sees to it that it is written when the JVM ends.
     *
     * @param build the fingerprint of the tool's own code
     */
    public static TransformationCache open(long build) {
        Path root = CacheFolder.find();
        if (root == null) {
            return none();
        }
        String tool = "build " + Long.toHexString(build) + "\n" + jvm();
        Path folder = root.resolve(OldFiles.FOLDER + hex(tool));
        if (!CacheFolder.isTrusted(folder)) {
            return none();
        }
        TransformationCache cache = new TransformationCache(folder, tool);
        Runtime.getRuntime().addShutdownHook(new Writer(cache));
        return cache;
    }

    private static String jvm() {
        return System.getProperty("java.vm.version") + "\n" + System.getProperty("java.vm.vendor") + "\n"
                + System.getProperty("java.home");
    }

    private static String hex(String text) {
        return Long.toHexString(Fingerprint.of(text));
    }

    private static ClassStore open(Path folder, String name, String identity, int maxLength) {
        return ClassStore.open(new File(folder.toString(), name), identity, maxLength);
    }

    /** The classes of the JDK. */
    public ClassStore jdk() {
        return jdk;
    }

    /** Tells the cache which program this JVM runs, if that is not its class path: before the first class is loaded. */
    public synchronized void nameProgram(String name) {
        programName = name;
    }

    /** The classes of the program. */
    public synchronized ClassStore program() {
        ClassStore opened = program;
        if (opened == null) {
            Path parent = folder;
            if (parent == null) {
                opened = ClassStore.none();
            } else {
                String name = programName.isEmpty() ? System.getProperty("java.class.path", "") : programName;
                String identity = tool + "\n" + hex(name) + " " + name.length();
                opened = open(parent, hex(name) + OldFiles.CLASSES, identity, MAX_PROGRAM);
            }
            program = opened;
        }
        return opened;
    }

    private synchronized @Nullable ClassStore openedProgram() {
        return program;
    }

    /** Writes what this JVM has added. */
    private void write() {
        Path target = folder;
        if (target == null) {
            return;
        }
        try {
            write(jdk, target);
            ClassStore opened = openedProgram();
            if (opened != null) {
                write(opened, target);
            }
        } catch (IOException | RuntimeException e) {
            Debug.print("cache: cannot write to " + target + ": " + e);
        }
    }

    private static void write(ClassStore store, Path folder) throws IOException {
        Debug.print("cache: " + store.describe());
        if (!store.isChanged()) {
            return;
        }
        boolean isNew = !store.file().exists();
        CacheFolder.create(folder);
        Path written = folder.resolve(TemporaryName.of(store.file().getName()));
        try {
            Files.write(written, store.contents());
            Files.move(written, store.file().toPath(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
        if (isNew) {
            OldFiles.delete(folder);
        }
    }

    /** The last thread of a JVM. */
    private static final class Writer extends Thread {
        private final TransformationCache cache;

        Writer(TransformationCache cache) {
            super(null, null, "jcoyote-cache", 0, false);
            this.cache = cache;
        }

        @Override
        public void run() {
            cache.write();
        }
    }
}

package dev.jcoyote.cli;

import dev.jcoyote.agent.JcoyoteAgent;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The program under test: where its classes are.
 *
 * <p>Closing it closes its class loaders and deletes what was unpacked.
 */
final class Program implements Closeable {
    private final String name;
    private final List<Path> roots;
    private final URL[] path;
    private final @Nullable Path unpacked;
    private final List<ProgramLoader> loaders = new ArrayList<>();
    private @Nullable ProgramLoader last;

    private Program(String name, List<Path> roots, List<Path> libraries, @Nullable Path unpacked) {
        this.name = name;
        this.roots = List.copyOf(roots);
        this.unpacked = unpacked;
        List<Path> all = new ArrayList<>(roots);
        all.addAll(libraries);
        path = new URL[all.size()];
        for (int i = 0; i < path.length; i++) {
            path[i] = url(all.get(i));
        }
    }

    /**
     * Opens a jar or a directory.
     *
     * @param name as the user gave it
     * @param classPath as {@link ClassPath} takes it; null for none
     * @throws UsageException if there is no program there
     */
    static Program open(String name, @Nullable String classPath) {
        List<Path> libraries = classPath == null ? List.of() : ClassPath.expand(classPath);
        Path file;
        try {
            file = Path.of(name);
            JcoyoteAgent.nameProgram(file.toAbsolutePath() + File.pathSeparator + classPath);
        } catch (InvalidPathException e) {
            throw new UsageException("'" + name + "' is no path: " + e.getReason() + ".", e);
        }
        if (Files.isDirectory(file)) {
            return openDirectory(name, file, libraries);
        }
        if (!Files.exists(file)) {
            throw new UsageException("There is no " + name
                    + ".\nBuild the program first, then name its jar or its directory of classes.");
        }
        return openJar(name, file, libraries);
    }

    private static Program openDirectory(String name, Path directory, List<Path> libraries) {
        List<Path> jars;
        try {
            if (ProgramClasses.hasClasses(directory)) {
                return new Program(name, List.of(directory), libraries, null);
            }
            jars = ClassPath.jarsIn(directory);
        } catch (IOException e) {
            throw new UsageException("Cannot read the directory " + name + ": " + Failure.describe(e), e);
        }
        if (jars.isEmpty()) {
            throw new UsageException("The directory " + name + " has no classes and no jars."
                    + "\nBuild the program first, then name its jar or its directory of classes.");
        }
        return new Program(name, jars, libraries, null);
    }

    private static Program openJar(String name, Path file, List<Path> libraries) {
        try (JarFile jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ)) {
            if (!BootJar.is(jar)) {
                return new Program(name, List.of(file), libraries, null);
            }
            Path folder = Files.createTempDirectory("jcoyote-program-");
            try {
                List<Path> parts = BootJar.unpack(jar, folder);
                List<Path> rest = new ArrayList<>(parts.subList(1, parts.size()));
                rest.addAll(libraries);
                return new Program(name, parts.subList(0, 1), rest, folder);
            } catch (IOException e) {
                BootJar.delete(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot read " + name + " as a jar: " + Failure.describe(e)
                            + "\nName the program's jar or its directory of classes.",
                    e);
        }
    }

    /** The program as the user named it. */
    String name() {
        return name;
    }

    /** The jars and directories in which tests are looked for. */
    List<Path> roots() {
        return roots;
    }

    /** A new class loader of the program; it lives until the program is closed. */
    ProgramLoader newLoader() {
        ProgramLoader loader = new ProgramLoader(path.clone());
        loaders.add(loader);
        return loader;
    }

    /** A new class loader, in place of the one that the last call returned. */
    ProgramLoader nextLoader() {
        if (last != null) {
            closeAll(List.of(last));
            loaders.remove(last);
        }
        last = newLoader();
        return last;
    }

    private static void closeAll(List<ProgramLoader> open) {
        for (ProgramLoader loader : open) {
            try {
                loader.close();
            } catch (IOException e) {
                // The end of the process closes the file.
            }
        }
    }

    @Override
    public void close() {
        closeAll(loaders);
        if (unpacked != null) {
            BootJar.delete(unpacked);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UsageException("'" + path + "' cannot be on a class path: " + e.getMessage() + ".", e);
        }
    }
}

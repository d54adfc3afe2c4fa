package dev.jcoyote.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** A jar that has its classes and libraries inside, as Spring Boot and web archives have. */
final class BootJar {
    private static final List<String> ROOTS = List.of("BOOT-INF/", "WEB-INF/");

    private BootJar() {}

    /** Whether the jar is laid out so. */
    static boolean is(JarFile jar) {
        return root(jar) != null;
    }

    /**
     * Unpacks the jar's classes and libraries.
     *
     * @param folder an empty folder
     * @return the class path of the program: its classes first, then its libraries by name
     */
    static List<Path> unpack(JarFile jar, Path folder) throws IOException {
        String root = root(jar);
        if (root == null) {
            throw new IllegalArgumentException(jar.getName() + " has no BOOT-INF and no WEB-INF");
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path libraries = Files.createDirectories(folder.resolve("lib"));
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            if (entry.isDirectory()) {
                continue;
            }
            if (name.startsWith(root + "classes/")) {
                copy(jar, entry, classes, name.substring(root.length() + "classes/".length()));
            } else if (name.startsWith(root + "lib/") && name.endsWith(".jar")) {
                copy(jar, entry, libraries, name.substring(root.length() + "lib/".length()));
            }
        }
        List<Path> result = new ArrayList<>();
        result.add(classes);
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(libraries)) {
            for (Path each : jars) {
                result.add(each);
            }
        }
        Collections.sort(result.subList(1, result.size()));
        return result;
    }

    /** Deletes a folder and what is in it, as far as possible. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // A file that is still open, on Windows: the system's temporary folder keeps it.
            return;
        }
    }

    private static @Nullable String root(JarFile jar) {
        for (String root : ROOTS) {
            if (jar.getEntry(root + "classes/") != null || jar.getEntry(root + "lib/") != null) {
                return root;
            }
        }
        return null;
    }

    private static void copy(JarFile jar, JarEntry entry, Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the entry " + entry.getName() + " points out of the jar");
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }
}

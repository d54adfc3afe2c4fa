package dev.jcoyote.cli;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.zip.ZipFile;

/** The class files in a jar or below a directory. */
final class ProgramClasses {
    private static final String SUFFIX = ".class";

    private ProgramClasses() {}

    /** Who chooses among class names, and takes the files of those chosen. */
    interface Visitor {
        /** Whether to read the class of that binary name. */
        boolean wants(String className);

        /** Takes a class; its name in the file may differ from the name that its place gives it. */
        void visit(String className, ClassFile classFile);
    }

    /** Whether there is a class file below the directory. */
    static boolean hasClasses(Path directory) throws IOException {
        boolean[] found = {false};
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found[0] = file.toString().endsWith(SUFFIX);
                return found[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        return found[0];
    }

    /** Shows the classes of a jar or a directory to a visitor, in the order of their names. */
    static void visit(Path root, Visitor visitor) throws IOException {
        if (Files.isDirectory(root)) {
            visitDirectory(root, visitor);
        } else {
            visitJar(root, visitor);
        }
    }

    private static void visitDirectory(Path root, Visitor visitor) throws IOException {
        List<String> names = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (isClass(name)) {
                    names.add(name);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(names);
        for (String name : names) {
            String className = className(name);
            if (visitor.wants(className)) {
                visit(className, Files.readAllBytes(root.resolve(name)), visitor);
            }
        }
    }

    private static void visitJar(Path root, Visitor visitor) throws IOException {
        try (JarFile jar = new JarFile(root.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            List<String> names = new ArrayList<>();
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (isClass(name)) {
                    names.add(name);
                }
            }
            Collections.sort(names);
            for (String name : names) {
                String className = className(name);
                if (visitor.wants(className)) {
                    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
                        visit(className, in.readAllBytes(), visitor);
                    }
                }
            }
        }
    }

    private static void visit(String className, byte[] bytes, Visitor visitor) {
        ClassFile classFile;
        try {
            classFile = ClassFile.read(bytes);
        } catch (IOException | RuntimeException e) {
            // Not a class, whatever its name: the JVM would refuse it, and no test is in it.
            return;
        }
        visitor.visit(className, classFile);
    }

    private static boolean isClass(String name) {
        return name.endsWith(SUFFIX)
                && !name.startsWith("META-INF/")
                && !name.endsWith("module-info.class")
                && !name.endsWith("package-info.class");
    }

    private static String className(String name) {
        return name.substring(0, name.length() - SUFFIX.length()).replace('/', '.');
    }
}

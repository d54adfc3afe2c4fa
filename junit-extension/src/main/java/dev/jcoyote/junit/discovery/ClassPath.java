package dev.jcoyote.junit.discovery;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes of a run come from: the directories of the class path, those of the class loaders on top of it, and
 * the modules that are directories or that a directory patches.
 *
 * @param directories the directories
 * @param modules the modules of this JVM that are no part of the JDK and no jar
 * @param loader finds single classes, wherever they are
 */
record ClassPath(Set<File> directories, List<ResolvedModule> modules, ClassLoader loader) {
    private static final String CLASS = ".class";

    /** That of the thread which runs this. */
    static ClassPath ofThisThread() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
        Set<File> directories = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            addDirectory(new File(entry), directories);
        }
        for (ClassLoader next = loader; next != null; next = next.getParent()) {
            if (next instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    if (url.getProtocol().equals("file")) {
                        addDirectory(file(url), directories);
                    }
                }
            }
        }
        // Inside a build of the library it is a directory too, and has no tests.
        CodeSource own = ClassPath.class.getProtectionDomain().getCodeSource();
        if (own != null && own.getLocation() != null) {
            directories.remove(file(own.getLocation()));
        }
        return new ClassPath(directories, unpackedModules(), loader);
    }

    private static File file(URL url) {
        try {
            return new File(url.toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            // A URL that was made from a path without escapes.
            return new File(url.getPath());
        }
    }

    private static void addDirectory(File file, Set<File> directories) {
        if (file.isDirectory()) {
            directories.add(file);
        }
    }

    private static List<ResolvedModule> unpackedModules() {
        if (System.getProperty("jdk.module.path") == null) {
            return List.of();
        }
        return ModuleLayer.boot().configuration().modules().stream()
                .filter(module -> module.reference()
                        .location()
                        .filter(where -> where.getScheme().equals("file")
                                && !where.getPath().endsWith(".jar"))
                        .isPresent())
                .toList();
    }

    /** Passes each class's declaration on, in no particular order. */
    void forEach(Consumer<ClassDeclaration> consumer) {
        ClassFileSource source = new ClassFileSource();
        for (File directory : directories) {
            forEach(directory, source, consumer);
        }
        for (ResolvedModule module : modules) {
            forEach(module, source, consumer);
        }
    }

    private static void forEach(File directory, ClassFileSource source, Consumer<ClassDeclaration> consumer) {
        String[] names = directory.list();
        if (names == null) {
            return;
        }
        for (String name : names) {
            if (name.endsWith(CLASS)) {
                pass(source.read(new File(directory, name)), consumer);
            } else if (name.indexOf('.') < 0) {
                forEach(new File(directory, name), source, consumer);
            }
        }
    }

    private static void forEach(ResolvedModule module, ClassFileSource source, Consumer<ClassDeclaration> consumer) {
        try (ModuleReader reader = module.reference().open();
                Stream<String> names = reader.list()) {
            for (String name : (Iterable<String>) names::iterator) {
                if (name.endsWith(CLASS)) {
                    try (InputStream stream = reader.open(name).orElseThrow(() -> new IOException(name))) {
                        pass(source.read(stream), consumer);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the module " + module.name(), e);
        }
    }

    private static void pass(@Nullable ClassDeclaration declaration, Consumer<ClassDeclaration> consumer) {
        if (declaration != null) {
            consumer.accept(declaration);
        }
    }

    /** The declaration of one class; null if there is none. */
    @Nullable
    ClassDeclaration find(String name) {
        try (InputStream stream = loader.getResourceAsStream(name.replace('.', '/') + CLASS)) {
            return stream == null ? null : new ClassFileSource().read(stream);
        } catch (IOException e) {
            return null;
        }
    }
}

package dev.jcoyote.cli;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of the program under test.
 *
 * <p>It sees the JDK, the program and the library's API, and nothing else of this process: the program's own copy of a
 * library that the command line uses too is the one that is loaded.
 */
final class ProgramLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    /** Packages of ours that the program does not get: bridge comes from the boot loader, the others are not API. */
    private static final List<String> NOT_API = List.of("agent.", "bridge.", "cli.", "examples.", "scenarios.");

    private static final String OURS = "dev.jcoyote.";

    private final ClassLoader ours;

    ProgramLoader(URL[] path) {
        super("program", path, ClassLoader.getPlatformClassLoader());
        ours = ProgramLoader.class.getClassLoader();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isApi(name)) {
            try {
                return ours.loadClass(name);
            } catch (ClassNotFoundException e) {
                // A part of ours that the command line does not carry, such as the JUnit extension.
                return super.loadClass(name, resolve);
            }
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
        if (isApi(name.replace('/', '.'))) {
            URL resource = ours.getResource(name);
            if (resource != null) {
                return resource;
            }
        }
        return super.getResource(name);
    }

    private static boolean isApi(String name) {
        if (!name.startsWith(OURS)) {
            return false;
        }
        for (String prefix : NOT_API) {
            if (name.startsWith(prefix, OURS.length())) {
                return false;
            }
        }
        return true;
    }
}

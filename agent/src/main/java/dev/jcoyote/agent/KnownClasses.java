package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.Dependencies;
import dev.jcoyote.agent.cache.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The class files of the program, by class loader: those that were given to the JVM, and those that somebody has asked
 * for. They are kept as long as their loader.
 */
final class KnownClasses {
    private final Map<ClassLoader, Map<String, KnownClass>> files = new WeakHashMap<>();
    private final Set<String> loadedBefore = new HashSet<>();

    /** Remembers a class that has just been given to the JVM, so that its file need not be looked for. */
    synchronized void register(ClassLoader loader, String name, byte[] file, long fingerprint) {
        of(loader).put(name, new KnownClass(file, fingerprint));
    }

    /** Remembers that a class was loaded before the agent, so that its methods keep their modifiers. */
    synchronized void addLoadedBefore(String name) {
        loadedBefore.add(name);
    }

    synchronized boolean isLoadedBefore(String name) {
        return loadedBefore.contains(name);
    }

    /** The file of one of the program's classes, which may be none. */
    KnownClass find(ClassLoader loader, String name) {
        KnownClass known = get(loader, name);
        // The loader may have locks to wait for: no lock is held meanwhile.
        return known == null ? addIfAbsent(loader, name, read(loader, name)) : known;
    }

    private synchronized @Nullable KnownClass get(ClassLoader loader, String name) {
        return of(loader).get(name);
    }

    private synchronized KnownClass addIfAbsent(ClassLoader loader, String name, KnownClass read) {
        KnownClass before = of(loader).putIfAbsent(name, read);
        return before == null ? read : before;
    }

    private Map<String, KnownClass> of(ClassLoader loader) {
        Map<String, KnownClass> known = files.get(loader);
        if (known == null) {
            known = new HashMap<>();
            files.put(loader, known);
        }
        return known;
    }

    private static KnownClass read(ClassLoader loader, String name) {
        try (InputStream stream = loader.getResourceAsStream(name + ".class")) {
            if (stream == null) {
                return new KnownClass(null, Dependencies.ABSENT);
            }
            byte[] file = stream.readAllBytes();
            return new KnownClass(file, Fingerprint.of(file));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the class file of " + Names.dotted(name), e);
        }
    }

    /** The files of a loader, for those who ask whether they are what they were. */
    Dependencies.Files filesOf(ClassLoader loader) {
        return new FilesOfLoader(this, loader);
    }

    private static final class FilesOfLoader implements Dependencies.Files {
        private final KnownClasses known;
        private final ClassLoader loader;

        FilesOfLoader(KnownClasses known, ClassLoader loader) {
            this.known = known;
            this.loader = loader;
        }

        @Override
        public boolean has(String name, long fingerprint) {
            // What is known of a class that was loaded before depends on when the agent came.
            return !known.isLoadedBefore(name) && known.find(loader, name).fingerprint == fingerprint;
        }
    }
}

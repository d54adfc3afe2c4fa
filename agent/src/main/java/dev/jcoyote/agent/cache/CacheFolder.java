package dev.jcoyote.agent.cache;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the cache: the one that {@code -Djcoyote.cache} names, or the user's own one for such files.
 *
 * <p>What is read from it runs in the JVM. So it must belong to the user, and nobody else may write to it.
 */
final class CacheFolder {
    private static final String PROPERTY = "jcoyote.cache";
    private static final String OFF = "off";
    private static final int WRITABLE_BY_OTHERS = 0022;

    /** Whether files have owners by number, and a mode. */
    private static final boolean POSIX = File.separatorChar == '/';

    private CacheFolder() {}

    /** Finds the folder, which may not be there yet; null if there is to be no cache, or none that can be trusted. */
    static @Nullable Path find() {
        String location = location();
        if (location == null) {
            return null;
        }
        try {
            Path folder = Path.of(location);
            return isTrusted(folder) ? folder : null;
        } catch (InvalidPathException e) {
            Debug.print("cache: " + location + " is no path: " + e.getMessage());
            return null;
        }
    }

    /** Whether a folder's contents may be used; true as well if it is not there. */
    static boolean isTrusted(Path folder) {
        String distrust;
        try {
            distrust = distrust(folder);
        } catch (IOException e) {
            distrust = e.toString();
        }
        if (distrust != null) {
            Debug.print("cache: ignores " + folder + ": " + distrust);
        }
        return distrust == null;
    }

    private static @Nullable String location() {
        String named = System.getProperty(PROPERTY);
        if (named != null && !named.isEmpty()) {
            return named.equals(OFF) ? null : named;
        }
        return location(System.getProperty("os.name", ""), System.getenv(), System.getProperty("user.home", ""));
    }

    /** The usual place for caches on that system; null if the user has none. */
    static @Nullable String location(String system, Map<String, String> environment, String home) {
        String parent;
        if (system.startsWith("Windows")) {
            parent = environment.get("LOCALAPPDATA");
        } else {
            parent = environment.get("XDG_CACHE_HOME");
            if (parent == null && !home.isEmpty()) {
                parent = system.startsWith("Mac") ? home + "/Library/Caches" : home + "/.cache";
            }
        }
        // The specification of XDG_CACHE_HOME has relative paths ignored; a home that is not known is "?".
        return parent == null || !new File(parent).isAbsolute() ? null : parent + File.separator + "jcoyote";
    }

    private static @Nullable String distrust(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder) ? "it is no folder" : null;
        }
        if (!POSIX) {
            return null;
        }
        Map<String, Object> attributes = Files.readAttributes(folder, "unix:uid,mode");
        if (!ownUser(folder).equals(attributes.get("uid"))) {
            return "it belongs to somebody else";
        }
        int mode = (Integer) Objects.requireNonNull(attributes.get("mode"));
        return (mode & WRITABLE_BY_OTHERS) == 0 ? null : "others may write to it";
    }

    /** The number of the user who runs this JVM. */
    private static Object ownUser(Path folder) throws IOException {
        Path process = Path.of("/proc/self");
        if (Files.exists(process)) {
            return Files.getAttribute(process, "unix:uid");
        }
        Path probe = Files.createFile(folder.resolve(TemporaryName.of("owner")));
        try {
            return Files.getAttribute(probe, "unix:uid");
        } finally {
            Files.delete(probe);
        }
    }

    /** Creates a folder in it, and it itself, for this user alone. */
    static void create(Path folder) throws IOException {
        if (POSIX) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }
}

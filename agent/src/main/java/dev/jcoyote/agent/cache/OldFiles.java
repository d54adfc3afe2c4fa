package dev.jcoyote.agent.cache;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Deletes what the cache has too much of: folders of other builds and JDKs, and programs that nobody runs any more. */
final class OldFiles {
    /** How the names of the cache's files end. */
    static final String CLASSES = ".classes";

    /** How the names of its folders begin. */
    static final String FOLDER = "transformed-";

    /** How many builds and JDKs are kept: some people change between two JDKs all day. */
    private static final int MAX_FOLDERS = 4;

    private static final long MAX_FOLDER_LENGTH = 128L << 20;
    private static final long LIFE_OF_TEMPORARY_FILES = 3_600_000;

    private OldFiles() {}

    /** Deletes what is too old in a folder of the cache, and the folders that are too old beside it. */
    static void delete(Path folder) throws IOException {
        File[] files = newestFirst(folder.toFile());
        long length = 0;
        for (File file : files) {
            length += file.length();
            boolean left = file.getName().endsWith(TemporaryName.SUFFIX)
                    && System.currentTimeMillis() - file.lastModified() > LIFE_OF_TEMPORARY_FILES;
            if (length > MAX_FOLDER_LENGTH || left) {
                Files.deleteIfExists(file.toPath());
            }
        }
        Path root = folder.getParent();
        int kept = 0;
        for (File each : root == null ? new File[0] : newestFirst(root.toFile())) {
            // The user may have named a folder that has others in it.
            if (each.getName().startsWith(FOLDER) && ++kept > MAX_FOLDERS) {
                deleteFolder(each);
            }
        }
    }

    private static void deleteFolder(File folder) throws IOException {
        String[] names = folder.list();
        if (names == null) {
            return;
        }
        for (String name : names) {
            if (name.endsWith(CLASSES) || name.endsWith(TemporaryName.SUFFIX)) {
                Files.deleteIfExists(folder.toPath().resolve(name));
            }
        }
        Files.deleteIfExists(folder.toPath());
    }

    private static File[] newestFirst(File folder) {
        File @Nullable [] files = folder.listFiles();
        if (files == null) {
            return new File[0];
        }
        Arrays.sort(files, new Newest());
        return files;
    }

    /** The order from the file that was written last to the one that was written first. */
    private static final class Newest implements Comparator<File> {
        @Override
        public int compare(File one, File other) {
            return Long.compare(other.lastModified(), one.lastModified());
        }
    }
}

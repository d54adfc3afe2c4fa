package dev.jcoyote.cli.workers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders {@code .worker-<n>} inside the output directory: each worker writes into one of its own, from which bugs
 * move to their place when all executions before them are known. Whatever is killed, a bug is in the one or the other.
 */
final class WorkerFolders {
    private static final String NAME = ".worker-";

    private final Path directory;
    private final List<Path> folders = new ArrayList<>();

    WorkerFolders(Path directory) {
        this.directory = directory;
    }

    /** Makes a folder that nobody else has. */
    Path create() {
        try {
            for (int number = 1; ; number++) {
                Path folder = directory.resolve(NAME + number);
                if (isCreated(folder)) {
                    folders.add(folder);
                    return folder;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder in " + directory + ": " + e, e);
        }
    }

    private static boolean isCreated(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /**
     * Deletes the folders; no worker is left.
     *
     * @param all whether those too that have files
     * @return those that are left
     */
    List<Path> delete(boolean all) {
        List<Path> left = new ArrayList<>();
        try {
            for (Path folder : folders) {
                if (all) {
                    deleteFiles(folder);
                }
                if (isEmpty(folder)) {
                    Files.deleteIfExists(folder);
                } else {
                    left.add(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete a folder in " + directory + ": " + e, e);
        }
        return left;
    }

    private static void deleteFiles(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        return files(folder).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}

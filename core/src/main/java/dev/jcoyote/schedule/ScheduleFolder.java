package dev.jcoyote.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder of schedules that are kept to be replayed after each change of the code: a regression corpus. */
public final class ScheduleFolder {
    /** How the names of schedules end that were made simpler: each takes the place of the one that it was made of. */
    private static final String SIMPLER = ScheduleFile.MINIMIZED + ScheduleFile.EXTENSION;

    private ScheduleFolder() {}

    /**
     * The schedule files of the folder, sorted by their names; of one that was made simpler and its original the simpler one.
     *
     * @throws UncheckedIOException if the folder cannot be read; the message tells it, the cause and what to do next
     */
    public static List<Path> files(Path folder) {
        Map<String, Path> files = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + ScheduleFile.EXTENSION)) {
            for (Path file : entries) {
                String key = ScheduleFile.stem(file);
                if (isSimpler(file) || !files.containsKey(key)) {
                    files.put(key, file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot read the folder of schedules " + folder + ": " + reason(folder, failure), failure);
        }
        return new ArrayList<>(files.values());
    }

    /** The schedule that this one was made of, for when this one no longer applies; null if it is not there. */
    public static @Nullable Path original(Path file) {
        Path original = file.resolveSibling(ScheduleFile.stem(file) + ScheduleFile.EXTENSION);
        return isSimpler(file) && Files.isRegularFile(original) ? original : null;
    }

    private static boolean isSimpler(Path file) {
        return String.valueOf(file.getFileName()).endsWith(SIMPLER);
    }

    private static String reason(Path folder, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is none (the working directory is " + Path.of("").toAbsolutePath()
                    + "). Create it, or correct the name";
        }
        return Files.exists(folder) && !Files.isDirectory(folder)
                ? "it is a file. Name the folder that it is in"
                : failure.toString();
    }
}

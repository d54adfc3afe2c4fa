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

/** A folder of schedules that are kept to be replayed after each change of the code: a regression corpus. */
public final class ScheduleFolder {
    /** How the names of schedules end that were made short: each takes the place of the one that it was made of. */
    public static final String SHORT_EXTENSION = ".min" + ScheduleFile.EXTENSION;

    private ScheduleFolder() {}

    /**
     * The schedule files of the folder, sorted by their names; of one that was made short and its original the short one.
     *
     * @throws UncheckedIOException if the folder cannot be read; the message tells it, the cause and what to do next
     */
    public static List<Path> files(Path folder) {
        Map<String, Path> files = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + ScheduleFile.EXTENSION)) {
            for (Path file : entries) {
                String name = String.valueOf(file.getFileName());
                boolean isShort = name.endsWith(SHORT_EXTENSION);
                String extension = isShort ? SHORT_EXTENSION : ScheduleFile.EXTENSION;
                String key = name.substring(0, name.length() - extension.length());
                if (isShort || !files.containsKey(key)) {
                    files.put(key, file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot read the folder of schedules " + folder + ": " + reason(folder, failure), failure);
        }
        return new ArrayList<>(files.values());
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

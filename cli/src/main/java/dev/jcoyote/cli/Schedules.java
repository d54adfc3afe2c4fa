package dev.jcoyote.cli;

import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import dev.jcoyote.schedule.ScheduleFormatException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The schedule files that the user names. */
final class Schedules {
    private Schedules() {}

    /**
     * The folder of that name; null if it is a file, or has the name of one.
     *
     * @throws UsageException if there is none of the two
     */
    static @Nullable Path folder(String name) {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
        if (!Files.exists(path) && !name.endsWith(ScheduleFile.EXTENSION)) {
            throw new UsageException("There is no file or folder " + name + ".\nName a file that ends in "
                    + ScheduleFile.EXTENSION + ", or a folder that has such files in it.");
        }
        return Files.isDirectory(path) ? path : null;
    }

    /** Refuses a folder where one schedule is to be followed. */
    static void requireOne(String name) {
        if (folder(name) != null) {
            throw new UsageException("--debug follows one schedule, but " + name + " is a folder.\nName a file in it.");
        }
    }

    /**
     * Reads a schedule.
     *
     * @throws UsageException if there is none that can be read
     */
    static Schedule read(String name) {
        try {
            return ScheduleFile.read(Path.of(name));
        } catch (InvalidPathException e) {
            throw new UsageException("'" + name + "' is no path: " + e.getReason() + ".", e);
        } catch (ScheduleFormatException | UncheckedIOException e) {
            throw new UsageException(String.valueOf(e.getMessage()) + ".", e);
        }
    }
}

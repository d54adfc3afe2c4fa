package dev.jcoyote.cli;

import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import dev.jcoyote.schedule.ScheduleFormatException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The schedule files that the user names. */
final class Schedules {
    private Schedules() {}

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

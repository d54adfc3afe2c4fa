package dev.jcoyote.testing;

import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import dev.jcoyote.schedule.ScheduleFormatException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A schedule to replay instead of exploring.
 *
 * @param file where it was read
 * @param schedule what was read
 */
public record Replay(Path file, Schedule schedule) {
    /**
     * Reads a schedule.
     *
     * @throws IllegalArgumentException if there is none in that file
     */
    public static Replay read(Path file) {
        try {
            return new Replay(file, ScheduleFile.read(file));
        } catch (UncheckedIOException | ScheduleFormatException e) {
            String where = file.isAbsolute()
                    ? ""
                    : " (the working directory is " + Path.of("").toAbsolutePath() + ")";
            throw new IllegalArgumentException(e.getMessage() + where, e);
        }
    }

    /** Whether it was recorded from that test. */
    public boolean isOf(String test) {
        return test.equals(schedule.header(Schedule.TEST));
    }

    /** Says whose it is. */
    public String owner() {
        return "the schedule " + file + " belongs to " + schedule.header(Schedule.TEST);
    }
}

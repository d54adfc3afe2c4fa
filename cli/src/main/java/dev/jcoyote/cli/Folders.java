package dev.jcoyote.cli;

import dev.jcoyote.schedule.ScheduleFile;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The files and folders that the user names for output. */
final class Folders {
    private Folders() {}

    /** A path that was given to an option. */
    static Path path(String name, Option option) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException(
                    "'" + name + "' of " + option.longName() + " is no path: " + e.getReason() + ".", e);
        }
    }

    /** The folder for schedules and reports, made if it is not there; files can be made in it. */
    static Path prepareOutput(String name) {
        Path folder = path(name, Option.OUTPUT);
        try {
            ScheduleFile.checkWritable(folder);
        } catch (UncheckedIOException e) {
            throw new UsageException(e.getMessage() + ".\nName another one with --output.", e);
        }
        return folder;
    }
}

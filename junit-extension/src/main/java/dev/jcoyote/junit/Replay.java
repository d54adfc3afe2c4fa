package dev.jcoyote.junit;

import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import dev.jcoyote.schedule.ScheduleFormatException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A schedule to replay.
 *
 * @param file where it was read
 * @param schedule what was read
 */
record Replay(Path file, Schedule schedule) {
    /**
     * Reads the schedule that the run or, if it asks for none, the annotation asks for; null if none does.
     *
     * @throws IllegalArgumentException if there is no such schedule, or the annotation names one of another test
     * @throws TestAbortedException if the run asks for a schedule of another test
     */
    static @Nullable Replay of(SystematicTest annotation, Parameters parameters, String test) {
        String ofRun = parameters.replay();
        if (ofRun == null && annotation.replay().isBlank()) {
            return null;
        }
        Path file = Path.of(ofRun != null ? ofRun : annotation.replay().strip());
        Schedule schedule = read(file);
        String recorded = schedule.header(Schedule.TEST);
        if (!test.equals(recorded)) {
            String foreign = "the schedule " + file + " belongs to " + recorded;
            if (ofRun != null) {
                throw new TestAbortedException(test + " is left out of the replay: " + foreign);
            }
            throw new IllegalArgumentException(foreign + ". If that is an old name of this test, correct the line \""
                    + Schedule.TEST + ": ...\" in the file, and leave out the check sum in its last line");
        }
        return new Replay(file, schedule);
    }

    private static Schedule read(Path file) {
        try {
            return ScheduleFile.read(file);
        } catch (UncheckedIOException | ScheduleFormatException e) {
            String where = file.isAbsolute()
                    ? ""
                    : " (the working directory is " + Path.of("").toAbsolutePath() + ")";
            throw new IllegalArgumentException(e.getMessage() + where, e);
        }
    }
}

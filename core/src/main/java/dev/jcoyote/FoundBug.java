package dev.jcoyote;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A buggy execution of one of several processes that share an exploration.
 *
 * @param kind what is wrong
 * @param key what two executions with the same bug have in common
 * @param message what is wrong, in one line
 * @param scheduleFile where that process wrote the schedule
 * @param reportFile where that process wrote the report
 * @param error the error; of another process's error only that a class is missing
 */
record FoundBug(
        BugKind kind,
        String key,
        String message,
        Path scheduleFile,
        Path reportFile,
        @Nullable Throwable error) {
    void writeTo(DataOutput out) throws IOException {
        DataText.write(out, kind.name());
        DataText.write(out, key);
        DataText.write(out, message);
        DataText.write(out, scheduleFile.toString());
        DataText.write(out, reportFile.toString());
        DataText.write(out, missingClass(error));
    }

    private static String missingClass(@Nullable Throwable error) {
        if (error instanceof NoClassDefFoundError || error instanceof ClassNotFoundException) {
            return Objects.requireNonNullElse(error.getMessage(), "");
        }
        return "";
    }

    static FoundBug readFrom(DataInput in) throws IOException {
        BugKind kind = BugKind.valueOf(DataText.read(in));
        String key = DataText.read(in);
        String message = DataText.read(in);
        Path schedule = Path.of(DataText.read(in));
        Path report = Path.of(DataText.read(in));
        String missing = DataText.read(in);
        Throwable error = missing.isEmpty() ? null : new NoClassDefFoundError(missing);
        return new FoundBug(kind, key, message, schedule, report, error);
    }
}

package dev.jcoyote.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * How long this process has run, the JVM's own start included.
 *
 * <p>On Linux the JDK knows the start of a process to a second only (it adds clock ticks to the time of boot, which is in
 * whole seconds), so the two files that count from boot are read: they are exact to 10 ms. The runtime's management bean
 * would cost 50 ms to load.
 */
final class StartTime {
    private static final int START_TICKS = 19;
    private static final long TICK_MILLIS = 10;

    private StartTime() {}

    /** The time since the process began. */
    static Duration ago() {
        try {
            return sinceBoot(read(Path.of("/proc/self/stat")), read(Path.of("/proc/uptime")));
        } catch (IOException | RuntimeException e) {
            // Not Linux.
            Instant now = Instant.now();
            Duration age = Duration.between(
                    ProcessHandle.current().info().startInstant().orElse(now), now);
            return age.isNegative() ? Duration.ZERO : age;
        }
    }

    /** The age of a process by its {@code stat} file and the system's {@code uptime} file. */
    static Duration sinceBoot(String stat, String uptime) {
        // The program's name, in parentheses, may have blanks.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long start = Long.parseLong(fields[START_TICKS]) * TICK_MILLIS;
        long now = (long) (Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) * 1_000);
        if (start <= 0 || now < start) {
            throw new IllegalArgumentException("Started " + start + " ms after boot, which is after " + now);
        }
        return Duration.ofMillis(now - start);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}

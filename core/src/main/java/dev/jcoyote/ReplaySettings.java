package dev.jcoyote;

import dev.jcoyote.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/** Takes from a schedule's header the settings that a replay must not change. */
final class ReplaySettings {
    private ReplaySettings() {}

    static Configuration of(Configuration configuration, Schedule schedule) {
        long seed = number(schedule, Schedule.SEED, Long.MIN_VALUE);
        number(schedule, Schedule.EXECUTION, 1);
        int maxSteps = (int) Math.min(Integer.MAX_VALUE, number(schedule, Schedule.MAX_STEPS, 1));
        String isolation = schedule.header(Schedule.ISOLATION);
        return configuration
                .withIsolation(isolation == null ? Isolation.STATICS : Isolation.of(isolation))
                .withSeed(seed)
                .withMaxSteps(maxSteps)
                .withPlainAccesses("all".equals(schedule.header(Schedule.ACCESSES)));
    }

    private static long number(Schedule schedule, String key, long least) {
        @Nullable String value = schedule.header(key);
        if (value == null) {
            throw new IllegalArgumentException("The schedule's header has no \"" + key + "\": record it again.");
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The schedule's header says \"" + key + ": " + value + "\", which is no number", e);
        }
        throw new IllegalArgumentException(
                "The schedule's header says \"" + key + ": " + value + "\", which is less than " + least);
    }
}

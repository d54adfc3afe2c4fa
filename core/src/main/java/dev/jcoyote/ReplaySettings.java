package dev.jcoyote;

import dev.jcoyote.install.Packages;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.scheduler.TimeSettings;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes from a schedule's header the settings that a replay must not change. */
final class ReplaySettings {
    private static final String EXPLORE = "explore";

    private ReplaySettings() {}

    static Configuration of(Configuration configuration, Schedule schedule) {
        long seed = number(schedule, Schedule.SEED, Long.MIN_VALUE);
        number(schedule, Schedule.EXECUTION, 1);
        int maxSteps = (int) Math.min(Integer.MAX_VALUE, number(schedule, Schedule.MAX_STEPS, 1));
        String isolation = schedule.header(Schedule.ISOLATION);
        return configuration
                .withDeep("true".equals(schedule.header(Schedule.DEEP)))
                .withIsolation(isolation == null ? Isolation.STATICS : Isolation.of(isolation))
                .withTime(time(schedule))
                .withRaces(races(configuration, schedule))
                .withDemands(demands(configuration.demands(), schedule))
                .withSeed(seed)
                .withMaxSteps(maxSteps)
                .withPlainAccesses("all".equals(schedule.header(Schedule.ACCESSES)))
                .withPackages(new Packages(
                        Objects.requireNonNullElse(schedule.header(Schedule.INCLUDE), ""),
                        Objects.requireNonNullElse(schedule.header(Schedule.EXCLUDE), "")));
    }

    private static RaceSettings races(Configuration configuration, Schedule schedule) {
        String mode = schedule.header(Schedule.RACES);
        return configuration.races().with(mode == null ? RaceMode.EXPLORE : RaceMode.of(mode));
    }

    /** Adds to a header what a replay must know of data races. */
    static void putRaces(Map<String, String> header, RaceSettings races, Collection<String> promoted) {
        if (races.mode() != RaceMode.EXPLORE) {
            header.put(Schedule.RACES, races.mode().id());
        }
        if (!promoted.isEmpty()) {
            header.put(Schedule.PROMOTED, Learned.list(promoted));
        }
    }

    private static Demands demands(Demands asked, Schedule schedule) {
        boolean isUsual = schedule.header(Schedule.LIVENESS_BOUND) == null;
        return asked.boundingLiveness(
                isUsual
                        ? Demands.HALF_OF_STEPS
                        : (int) Math.min(Integer.MAX_VALUE, number(schedule, Schedule.LIVENESS_BOUND, 1)));
    }

    private static TimeSettings time(Schedule schedule) {
        String start = schedule.header(Schedule.START_TIME);
        return new TimeSettings(
                start == null ? TimeSettings.USUAL_START : TimeSettings.instant(start),
                EXPLORE.equals(schedule.header(Schedule.TIMEOUTS)),
                EXPLORE.equals(schedule.header(Schedule.SPURIOUS_WAKEUPS)));
    }

    /** Adds to a header what a replay must know of the time. */
    static void putTime(Map<String, String> header, TimeSettings time) {
        if (!time.start().equals(TimeSettings.USUAL_START)) {
            header.put(Schedule.START_TIME, time.start().toString());
        }
        if (time.exploreTimeouts()) {
            header.put(Schedule.TIMEOUTS, EXPLORE);
        }
        if (time.spuriousWakeups()) {
            header.put(Schedule.SPURIOUS_WAKEUPS, EXPLORE);
        }
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

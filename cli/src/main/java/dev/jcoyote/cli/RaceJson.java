package dev.jcoyote.cli;

import dev.jcoyote.Race;
import dev.jcoyote.RaceAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data races as JSON. */
final class RaceJson {
    private RaceJson() {}

    static List<Map<String, @Nullable Object>> of(List<Race> races) {
        return races.stream().map(RaceJson::race).toList();
    }

    private static Map<String, @Nullable Object> race(Race race) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("location", race.location());
        result.put("execution", race.execution());
        result.put("benign", race.benign().isEmpty() ? null : race.benign());
        result.put("missing", race.missing());
        result.put("first", access(race.first()));
        result.put("second", access(race.second()));
        return result;
    }

    private static Map<String, @Nullable Object> access(RaceAccess access) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("thread", access.thread());
        result.put("operation", access.write() ? "write" : "read");
        result.put("position", access.position().toString());
        result.put("locks", access.locks());
        result.put(
                "stack",
                access.stack().stream().map(StackTraceElement::toString).toList());
        return result;
    }
}

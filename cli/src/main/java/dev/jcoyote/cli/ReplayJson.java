package dev.jcoyote.cli;

import dev.jcoyote.Replayed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of schedules, as JSON. */
final class ReplayJson {
    private ReplayJson() {}

    static List<Object> of(List<Replayed> replays) {
        List<Object> all = new ArrayList<>();
        for (Replayed replayed : replays) {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            result.put(
                    "schedule", replayed.file() == null ? null : replayed.file().toString());
            result.put("category", replayed.category().text());
            result.put("reason", replayed.reason());
            result.put("decisions", replayed.decisions());
            result.put("applied", replayed.applied());
            result.put("lost", replayed.lost());
            result.put("late", replayed.late());
            result.put("moved", replayed.moved());
            all.add(result);
        }
        return all;
    }
}

package dev.jcoyote;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data races of an exploration, each pair of code positions once. */
final class FoundRaces {
    private static final int TOLD = 5;

    private final Map<String, Race> byPositions = new LinkedHashMap<>();

    void add(Race race) {
        byPositions.putIfAbsent(race.key(), race);
    }

    void addAll(FoundRaces later) {
        for (Race race : later.byPositions.values()) {
            add(race);
        }
    }

    List<Race> all() {
        return List.copyOf(byPositions.values());
    }

    /** Adds what a reader must know of them. */
    void tell(List<String> lines) {
        int told = 0;
        int benign = 0;
        for (Race race : byPositions.values()) {
            if (!race.benign().isEmpty()) {
                benign++;
            } else if (told++ < TOLD) {
                String summary = race.summary();
                lines.add(Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ". " + race.missing());
            }
        }
        if (told > TOLD) {
            lines.add("... and " + (told - TOLD) + " more data races.");
        }
        if (benign > 0) {
            lines.add(
                    benign == 1
                            ? "One data race is not told: the program says that it does no harm."
                            : benign + " data races are not told: the program says that they do no harm.");
        }
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(byPositions.size());
        for (Race race : byPositions.values()) {
            race.writeTo(out);
        }
    }

    /** Adds those that another process wrote. */
    void readFrom(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            add(Race.readFrom(in));
        }
    }
}

package dev.jcoyote.exhaustive;

import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Races;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which executions are equivalent: those whose steps come after the same steps, whatever the order of the rest. */
final class Trace {
    private Trace() {}

    /** The same text for equivalent executions, and for no others. */
    static String of(Footprints log) {
        Races order = new Races(log);
        order.find(Integer.MAX_VALUE, (before, after, isUncertain) -> {});
        List<String> steps = new ArrayList<>();
        int[] counts = new int[log.threadCount()];
        for (int step = 0; step < log.executed(); step++) {
            int[] before = new int[log.threadCount() * 4 + 4];
            for (int other = 0; other < step; other++) {
                if (order.isBefore(other, step)) {
                    before[log.canonicalThread(log.thread(other))]++;
                }
            }
            StringBuilder text = new StringBuilder();
            int thread = log.thread(step);
            text.append(log.canonicalThread(thread))
                    .append('.')
                    .append(counts[thread]++)
                    .append(log.kind(step));
            for (int count : before) {
                text.append(' ').append(count);
            }
            steps.add(text.toString());
        }
        Collections.sort(steps);
        return String.join("\n", steps);
    }
}

package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.DataLog;
import dev.jcoyote.analysis.DataLog.Touch;
import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.cause.Cause.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What is known of the execution that fails, kept while others are run. */
final class Execution {
    private final Footprints log;
    private final DataLog data;
    private final Words words;
    private final List<String> labels;
    private final int[] resources;

    private Execution(Footprints log, DataLog data, Words words, List<String> labels, int[] resources) {
        this.log = log;
        this.data = data;
        this.words = words;
        this.labels = labels;
        this.resources = resources;
    }

    /** Copies what the runner forgets with the next execution. */
    static Execution of(Footprints log, DataLog data, ExecutionRunner runner, IntFunction<String> names) {
        List<String> labels = new ArrayList<>();
        for (int thread = 0; thread < runner.threads().size(); thread++) {
            labels.add(runner.threads().get(thread).label());
        }
        labels = shortened(labels);
        int[] resources = new int[log.steps()];
        Map<Integer, String> known = new HashMap<>();
        for (int step = 1; step < log.executed(); step++) {
            resources[step] = runner.events().resource(step - 1);
            known.computeIfAbsent(resources[step], names::apply);
        }
        for (Touch touch : data.touches()) {
            known.computeIfAbsent(touch.resource(), names::apply);
        }
        data.sections().forEach(section -> known.computeIfAbsent(section.resource(), names::apply));
        for (int thread = 0; thread < log.threadCount(); thread++) {
            known.computeIfAbsent(data.pendingResource(thread), names::apply);
        }
        return new Execution(log, data, new Words(labels, known), labels, resources);
    }

    /** Without the path, or without the name if that only counts, as long as all differ. */
    private static List<String> shortened(List<String> labels) {
        List<String> shorter = new ArrayList<>();
        for (String label : labels) {
            int path = label.lastIndexOf(" (");
            boolean counts =
                    label.startsWith("Thread-") || label.startsWith("ForkJoinPool") || label.startsWith("pool-");
            shorter.add(
                    path < 0
                            ? label
                            : counts ? label.substring(path + 2, label.length() - 1) : label.substring(0, path));
        }
        return shorter.size() == new HashSet<>(shorter).size() ? shorter : labels;
    }

    DataLog data() {
        return data;
    }

    Words words() {
        return words;
    }

    int threadCount() {
        return labels.size();
    }

    int threadOf(int step) {
        return log.thread(step);
    }

    OperationKind kindOf(int step) {
        return log.kind(step);
    }

    /** The code position of a step, or of what a thread would do next. */
    int siteOf(int step) {
        return step < log.executed() ? log.site(step) : data.pendingSite(log.thread(step));
    }

    int resourceOf(int step) {
        return step < log.executed() ? resources[step] : data.pendingResource(log.thread(step));
    }

    int executed() {
        return log.executed();
    }

    /** What a step begins with, in words. */
    String deed(int step) {
        return words.operation(kindOf(step), resourceOf(step), siteOf(step));
    }

    /** The place of a step's own operation, or of the data that it touches. */
    Place place(int step, @Nullable Touch touch) {
        int site = touch == null ? siteOf(step) : touch.site();
        int event = touch == null ? step : touch.step();
        return new Place(
                event < log.executed() ? event - 1 : Place.NOT_YET,
                labels.get(log.thread(step)),
                Words.site(site),
                Sites.target(site));
    }
}

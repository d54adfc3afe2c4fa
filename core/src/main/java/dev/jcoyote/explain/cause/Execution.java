package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.DataLog;
import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Touch;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.Labels;
import dev.jcoyote.explain.cause.Cause.Place;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final List<String> paths;
    private final int[] resources;

    private Execution(
            Footprints log, DataLog data, Words words, List<String> labels, List<String> paths, int[] resources) {
        this.log = log;
        this.data = data;
        this.words = words;
        this.labels = labels;
        this.paths = paths;
        this.resources = resources;
    }

    /** Copies what the runner forgets with the next execution. */
    static Execution of(Footprints log, DataLog data, ExecutionRunner runner, IntFunction<String> names) {
        Labels called = new Labels(runner.threads());
        IntFunction<String> named = called.names(runner.resources(), names);
        List<String> labels = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (int thread = 0; thread < runner.threads().size(); thread++) {
            labels.add(called.of(thread));
            paths.add(runner.threads().get(thread).path());
        }
        int[] resources = new int[log.steps()];
        Map<Integer, String> known = new HashMap<>();
        for (int step = 1; step < log.executed(); step++) {
            resources[step] = runner.events().resource(step - 1);
            known.computeIfAbsent(resources[step], named::apply);
        }
        for (Touch touch : data.touches()) {
            known.computeIfAbsent(touch.resource(), named::apply);
        }
        data.sections().forEach(section -> known.computeIfAbsent(section.resource(), named::apply));
        for (int thread = 0; thread < log.threadCount(); thread++) {
            known.computeIfAbsent(data.pendingResource(thread), named::apply);
        }
        return new Execution(log, data, new Words(labels, known), labels, paths, resources);
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

    /** The path of a thread. */
    String path(int thread) {
        return paths.get(thread);
    }

    int threadOf(int step) {
        return log.thread(step);
    }

    /** Whether another thread goes on with the step, or one whose time was up before. */
    boolean isSwitch(int step) {
        return log.thread(step) != log.thread(step - 1) || log.kind(step - 1) == OperationKind.TIMEOUT;
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

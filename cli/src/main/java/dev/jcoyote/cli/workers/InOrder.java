package dev.jcoyote.cli.workers;

import dev.jcoyote.ExecutionRange;
import dev.jcoyote.ExplorationListener;
import dev.jcoyote.PartialReport;
import dev.jcoyote.ReportMerger;
import java.util.Map;
import java.util.TreeMap;

/** Hands stretches on in the order of their executions, whoever ran them first. */
final class InOrder {
    private final ReportMerger merger;
    private final ExplorationListener listener;
    private final TreeMap<Long, PartialReport> waiting = new TreeMap<>();
    /** Executions that nobody will run: the first of them, and the one behind the last. */
    private final TreeMap<Long, Long> holes = new TreeMap<>();

    private long next = 1;

    InOrder(ReportMerger merger, ExplorationListener listener) {
        this.merger = merger;
        this.listener = listener;
    }

    void add(PartialReport part) {
        waiting.put((long) part.first(), part);
        advance();
    }

    /** Does not wait for these executions any more. */
    void skip(ExecutionRange range) {
        holes.put((long) range.first(), range.last() + 1L);
        advance();
    }

    private void advance() {
        while (true) {
            PartialReport part = waiting.remove(next);
            Long behind = holes.remove(next);
            if (part != null) {
                handOn(part);
                next = part.last() + 1L;
            } else if (behind != null) {
                next = behind;
            } else {
                return;
            }
        }
    }

    /** Hands on all that is left, although executions before it were not run. */
    void finish() {
        for (Map.Entry<Long, PartialReport> entry : waiting.entrySet()) {
            handOn(entry.getValue());
        }
        waiting.clear();
    }

    private void handOn(PartialReport part) {
        for (long number = part.first(); number <= part.last() && !merger.isOver(); number++) {
            listener.executionBegins((int) number);
        }
        merger.add(part);
    }
}

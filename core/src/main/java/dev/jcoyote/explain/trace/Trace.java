package dev.jcoyote.explain.trace;

import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.Labels;
import dev.jcoyote.scheduler.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * An execution as a person reads it: a column a thread, from the first step to what fails. Only one thread does something on
 * each line; a ruled line is where a thread is interrupted that could have gone on.
 */
public final class Trace {
    private final List<Row> rows;
    private final List<Row> ends;
    private final IntFunction<String> labels;

    Trace(List<Row> rows, List<Row> ends, IntFunction<String> labels) {
        this.rows = rows;
        this.ends = ends;
        this.labels = labels;
    }

    /**
     * The last execution of that runner.
     *
     * @param recorder has heard it
     * @param outcome how it ended
     * @param cause the positions in its log of the operations that are the cause
     * @param names what objects are called, by their numbers
     */
    static Trace of(
            ExecutionRunner runner,
            Recorder recorder,
            Outcome outcome,
            List<Integer> cause,
            IntFunction<String> names,
            StepValues values) {
        Labels labels = new Labels(runner.threads());
        Sharing sharing = new Sharing(recorder, runner.threads().size());
        ShortNames shortNames = new ShortNames(recorder.moments(), labels.names(runner.resources(), names), labels);
        Wording wording = new Wording(shortNames::of, sharing, labels);
        StepText steps =
                new StepText(recorder.moments(), runner.decisionLog(), wording, labels, values.told(shortNames::value));
        RowList rows = new RowList(cause, runner.threads().size());
        Telling telling =
                new Telling(runner.events(), recorder, wording, labels, steps, new Weighing(recorder, sharing), rows);
        List<Row> ends = new Ends(runner.threads(), recorder, wording, labels).rows(outcome);
        return new Trace(telling.rows(), ends, labels::of);
    }

    /** The text, each line with its end. */
    public String text(Style style) {
        List<String> lines = style.full() ? lines(rows, style) : shortLines(style);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private List<String> shortLines(Style style) {
        List<Row> relevant = Shortening.withoutTwins(Rounds.folded(Shortening.merged(Shortening.relevant(rows))));
        List<String> lines = lines(relevant, style);
        if (lines.size() <= style.mostLines()) {
            return lines;
        }
        Ranking ranking = new Ranking(relevant);
        // Each row has a line at least.
        for (int number = style.mostLines(); lines.size() > style.mostLines() && number >= 0; number--) {
            lines = lines(ranking.most(number), style);
        }
        return lines.size() > style.mostLines() ? lastLines(ranking.most(0), style) : lines;
    }

    /** What must be told is too much: its end. */
    private List<String> lastLines(List<Row> told, Style style) {
        List<String> lines = List.of();
        boolean fits = false;
        for (int from = Math.max(1, told.size() - style.mostLines()); !fits && from <= told.size(); from++) {
            List<Row> rest = new ArrayList<>();
            int steps = told.subList(0, from).stream().mapToInt(Row::steps).sum();
            rest.add(Row.gap(-1, steps, "… " + steps + " steps"));
            rest.addAll(told.subList(from, told.size()));
            lines = lines(rest, style);
            fits = lines.size() <= style.mostLines();
        }
        return lines;
    }

    private List<String> lines(List<Row> told, Style style) {
        List<Row> all = new ArrayList<>(told);
        if (!all.isEmpty() && ends.stream().anyMatch(end -> end.isLike(all.get(all.size() - 1)))) {
            all.remove(all.size() - 1);
        }
        all.addAll(ends);
        return Columns.lines(all, labels, style);
    }
}

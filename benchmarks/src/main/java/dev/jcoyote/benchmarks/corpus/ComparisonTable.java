package dev.jcoyote.benchmarks.corpus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The trials as a Markdown table: a line a program, a column a strategy. */
final class ComparisonTable {
    private final List<Program> programs;
    private final List<Trial> trials;
    private final Set<String> strategies = new LinkedHashSet<>();

    ComparisonTable(List<Program> programs, List<Trial> trials) {
        Set<String> names = new LinkedHashSet<>();
        programs.forEach(program -> names.add(program.name()));
        this.programs = programs;
        this.trials =
                trials.stream().filter(trial -> names.contains(trial.program())).toList();
        this.trials.forEach(trial -> strategies.add(trial.strategy()));
    }

    /** The mean number of executions up to the bug, with the share of trials that found it where not all did. */
    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(line("program", strategy -> strategy));
        lines.add(line("---", strategy -> "---"));
        for (Program program : programs) {
            lines.add(line(program.name(), strategy -> cell(of(program.name(), strategy))));
        }
        lines.add(line("found in at least one trial", strategy -> Long.toString(foundAtAll(strategy))));
        lines.add(line("found by a trial, mean", strategy -> number(foundByTrial(strategy))));
        return String.join("\n", lines) + "\n";
    }

    private String line(String first, Function<String, String> cells) {
        StringBuilder line = new StringBuilder("| ").append(first);
        strategies.forEach(strategy -> line.append(" | ").append(cells.apply(strategy)));
        return line.append(" |").toString();
    }

    private List<Trial> of(String program, String strategy) {
        return trials.stream()
                .filter(trial ->
                        trial.program().equals(program) && trial.strategy().equals(strategy))
                .toList();
    }

    private static String cell(List<Trial> of) {
        List<Trial> found = of.stream().filter(Trial::found).toList();
        if (of.isEmpty()) {
            return "";
        }
        if (found.isEmpty()) {
            return "none";
        }
        String mean =
                number(found.stream().mapToInt(Trial::executions).average().orElseThrow());
        return found.size() == of.size() ? mean : mean + " (" + found.size() + " of " + of.size() + ")";
    }

    private long foundAtAll(String strategy) {
        return programs.stream()
                .filter(program -> of(program.name(), strategy).stream().anyMatch(Trial::found))
                .count();
    }

    private double foundByTrial(String strategy) {
        return programs.stream()
                .map(program -> of(program.name(), strategy))
                .filter(of -> !of.isEmpty())
                .mapToDouble(of -> (double) of.stream().filter(Trial::found).count() / of.size())
                .sum();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }
}

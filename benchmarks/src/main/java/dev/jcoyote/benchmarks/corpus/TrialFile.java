package dev.jcoyote.benchmarks.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The trials that were run, in a file with a line each: what is there already is not run again. */
final class TrialFile {
    private final Path file;
    private final List<Trial> trials = new ArrayList<>();

    /** Reads what is there. */
    TrialFile(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().map(Trial::of).forEach(trials::add);
        }
    }

    boolean has(String program, String strategy, long seed, int limit) {
        return trials.stream().anyMatch(trial -> trial.answers(program, strategy, seed, limit));
    }

    void add(Trial trial) throws IOException {
        trials.add(trial);
        Files.writeString(
                file, trial.line() + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    List<Trial> trials() {
        return List.copyOf(trials);
    }
}

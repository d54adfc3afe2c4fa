package dev.jcoyote.benchmarks.corpus;

import dev.jcoyote.benchmarks.corpus.parametric.Parametric;
import dev.jcoyote.benchmarks.corpus.sctbench.SctBench;
import dev.jcoyote.benchmarks.corpus.textbook.Textbook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All programs, in four suites. */
public final class Corpus {
    private Corpus() {}

    /** The programs of each suite: {@code sctbench}, {@code others}, {@code textbook} and {@code parametric}. */
    public static Map<String, List<Program>> suites() {
        Map<String, List<Program>> suites = new LinkedHashMap<>();
        suites.put("sctbench", SctBench.measured());
        suites.put("others", SctBench.others());
        suites.put("textbook", Textbook.programs());
        suites.put("parametric", Parametric.programs());
        return suites;
    }

    /** All programs, suite by suite. */
    public static List<Program> programs() {
        List<Program> all = new ArrayList<>();
        suites().values().forEach(all::addAll);
        return all;
    }

    /**
     * The programs that a list with commas names: programs or whole suites.
     *
     * @throws IllegalArgumentException with the names that there are
     */
    public static List<Program> named(String names) {
        Map<String, List<Program>> known = suites();
        programs().forEach(program -> known.putIfAbsent(program.name(), List.of(program)));
        List<Program> named = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            List<Program> meant = known.get(name);
            if (meant == null) {
                throw new IllegalArgumentException("There is no program \"" + name + "\"; choose suites or programs of "
                        + String.join(", ", known.keySet()));
            }
            named.addAll(meant);
        }
        return named;
    }
}

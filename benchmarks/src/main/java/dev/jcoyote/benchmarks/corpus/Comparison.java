package dev.jcoyote.benchmarks.corpus;

import dev.jcoyote.Configuration;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.RaceMode;
import dev.jcoyote.RaceSettings;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Compares strategies on the corpus: searches each program's bug with each strategy and seed, until the first execution
 * that fails, and prints the mean numbers of executions as a Markdown table. Each option is a word of the form
 * {@code --name=value}:
 *
 * <ul>
 *   <li>{@code strategy}: names with commas, {@code pct:10} for another depth; all samplers if absent;
 *   <li>{@code program}: programs or suites of {@link Corpus#suites} with commas, {@code sctbench} if absent;
 *   <li>{@code seeds}: how many, from {@code first-seed} on; 10 from 1 if absent;
 *   <li>{@code limit}: the greatest number of executions, 10000 if absent;
 *   <li>{@code seconds}: how long one search may take at most, 60 if absent;
 *   <li>{@code plain}: whether every plain access is a scheduling point, not only those that race, false if absent;
 *   <li>{@code races}: what becomes of data races, {@code explore} if absent;
 *   <li>{@code max-steps}: the greatest number of scheduling points of an execution, 20000 if absent;
 *   <li>{@code engine}: {@code auto} if absent;
 *   <li>{@code trials}: the file of the trials, in which those that were run before are kept and not run again, one
 *       for each choice of the settings above; {@code trials.tsv} in the working directory if absent;
 *   <li>{@code markdown}: a file with the comments {@code corpus: begin} and {@code corpus: end}, between which the table
 *       is written; none if absent.
 * </ul>
 */
public final class Comparison {
    private static final String STRATEGIES = "random,pct,pct:10,pos,portfolio";

    private final Options options;
    private final TrialFile trials;

    private Comparison(Options options) throws Exception {
        this.options = options;
        trials = new TrialFile(Path.of(options.text("trials", "trials.tsv")));
    }

    /** Runs what is missing, then prints and writes the table. */
    public static void main(String[] args) throws Exception {
        Comparison comparison = new Comparison(new Options(List.of(args)));
        comparison.run();
        System.exit(0);
    }

    private void run() throws Exception {
        Configuration configuration = configuration();
        attachBeforeTheProgramsAreLoaded(configuration);
        List<Program> programs = Corpus.named(options.text("program", "sctbench"));
        String[] strategies = options.text("strategy", STRATEGIES).split(",", -1);
        int seeds = options.number("seeds", 10);
        int firstSeed = options.number("first-seed", 1);
        String markdown = options.text("markdown", "");
        options.refuseOthers();
        for (int seed = firstSeed; seed < firstSeed + seeds; seed++) {
            for (String strategy : strategies) {
                for (Program program : programs) {
                    search(program, strategy, configuration.withSeed(seed));
                }
            }
        }
        ComparisonTable table = new ComparisonTable(programs, trials.trials());
        System.out.print(table.markdown());
        if (!markdown.isEmpty()) {
            new MarkedSection(Path.of(markdown), "corpus").write(table.markdown());
        }
    }

    private static void attachBeforeTheProgramsAreLoaded(Configuration configuration) {
        SystematicTesting.explore(configuration.withIterations(1), () -> {});
    }

    private Configuration configuration() {
        return Configuration.defaults()
                .withExplanation(ExplanationSettings.OFF)
                .withIterations(options.number("limit", 10_000))
                .withTimeLimit(Duration.ofSeconds(options.number("seconds", 60)))
                .withPlainAccesses(options.text("plain", "false").equals("true"))
                .withRaces(RaceSettings.USUAL.with(RaceMode.of(options.text("races", "explore"))))
                .withMaxSteps(options.number("max-steps", 20_000))
                .withEngine(options.text("engine", "auto"))
                .withOutputDirectory(null);
    }

    private void search(Program program, String strategy, Configuration configuration) throws Exception {
        if (trials.has(program.name(), strategy, configuration.seed(), configuration.iterations())) {
            return;
        }
        Report report = SystematicTesting.explore(withStrategy(configuration, strategy), program.body());
        Integer failure = report.firstFailure();
        trials.add(new Trial(
                program.name(),
                strategy,
                configuration.seed(),
                configuration.iterations(),
                failure == null ? report.executions() : failure,
                failure != null));
    }

    private static Configuration withStrategy(Configuration configuration, String strategy) {
        int colon = strategy.indexOf(':');
        return colon < 0
                ? configuration.withStrategy(strategy)
                : configuration
                        .withStrategy(strategy.substring(0, colon))
                        .withDepth(Integer.parseInt(strategy.substring(colon + 1)));
    }
}

package dev.jcoyote.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Explanation;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.examples.e02server.AsyncServerTest;
import dev.jcoyote.examples.e03account.AccountTest;
import dev.jcoyote.examples.e04buffer.BoundedBufferTest;
import dev.jcoyote.examples.e05cache.CacheTest;
import dev.jcoyote.examples.e06visits.VisitsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * How a failing program is told is what was read and found good: the files beside this class's resources. Where
 * they differ, the system property {@code golden.update} writes them anew, to be read again: empty for all JDKs, {@code -25}
 * for newer ones.
 */
class ReportsTest {
    private static final Path FILES = Path.of("src/test/resources/dev/jcoyote/benchmarks/corpus/reports");

    /** Needs an execution in a million. */
    private static final String HARDEST = "SafeStack";

    private static final int MOST_LINES = 40;
    private static final int WIDTH = 80;

    private static final Configuration CONFIGURATION = Configuration.defaults()
            .withSeed(7)
            .withMaxSteps(20_000)
            .withIterations(10_000)
            .withExplanation(new ExplanationSettings(true, 300, Duration.ofDays(1)))
            .withOutputDirectory(null);

    @BeforeAll
    static void attachBeforeTheProgramsAreLoaded() {
        SystematicTesting.explore(Configuration.defaults().withIterations(1).withOutputDirectory(null), () -> {});
    }

    private static Map<String, TestBody> programs() {
        Map<String, TestBody> programs = new LinkedHashMap<>();
        programs.put("visits", () -> new VisitsTest().everyVisitCounts());
        programs.put("cache", () -> new CacheTest().valueIsLoadedOnce());
        programs.put("account-deadlock", () -> new AccountTest().transfersInOppositeDirections());
        programs.put("bounded-buffer", () -> new BoundedBufferTest().everyItemIsTaken());
        programs.put("async-server", () -> new AsyncServerTest().closeAwaitsEveryConnection());
        Corpus.programs().stream()
                .filter(program -> program.defect() != Defect.NONE && !HARDEST.equals(program.name()))
                .forEach(program -> programs.put(program.name(), program.body()));
        return programs;
    }

    @TestFactory
    Stream<DynamicTest> theExplanationIsTheOneThatWasRead() {
        return programs().entrySet().stream()
                .flatMap(program -> engines()
                        .map(engine -> DynamicTest.dynamicTest(
                                program.getKey() + " on " + engine,
                                () -> isAsRead(program.getKey(), engine, program.getValue()))));
    }

    private static Stream<String> engines() {
        return Runtime.version().feature() < 24 ? Stream.of("platform") : Stream.of("platform", "fiber");
    }

    /** What the JDK's own pools and collections do differs: the execution is another one then on newer JDKs. */
    private static Path file(String name) {
        Path newer = FILES.resolve(name + "-25.txt");
        return Runtime.version().feature() >= 24 && Files.exists(newer) ? newer : FILES.resolve(name + ".txt");
    }

    private static void isAsRead(String name, String engine, TestBody body) throws IOException {
        Report report = SystematicTesting.explore(CONFIGURATION.withEngine(engine), body);
        assertThat(report.bugs()).as(name).isNotEmpty();
        Bug bug = report.bugs().get(0);
        Explanation explanation = Objects.requireNonNull(bug.explanation());
        String text = explanation.text();
        Path file = file(name);
        String update = System.getProperty("golden.update");
        if (update != null && !(Files.exists(file) && text.equals(Files.readString(file)))) {
            Files.createDirectories(FILES);
            file = FILES.resolve(name + update + ".txt");
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
        assertThat(explanation.trace().lines().count()).isLessThanOrEqualTo(MOST_LINES);
        assertThat(text.lines()).allMatch(line -> line.length() <= WIDTH);
    }
}

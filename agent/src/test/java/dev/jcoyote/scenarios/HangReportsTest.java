package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Demands;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is said of a program that hangs is what was read and found good: the files beside this class. With the system
 * property {@code golden.update} they are written anew, to be read again.
 */
class HangReportsTest {
    private static final String FOLDER = "hangs/";
    private static final Path SOURCES = Path.of("src/test/resources/dev/jcoyote/scenarios", FOLDER);
    private static final int WIDTH = 80;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    @TestFactory
    Stream<DynamicTest> theReportIsTheOneThatWasRead() {
        return HangingPrograms.all().entrySet().stream()
                .flatMap(program -> Installation.engines()
                        .map(engine -> DynamicTest.dynamicTest(
                                program.getKey() + " on " + engine,
                                () -> isAsRead(program.getKey(), engine, program.getValue()))));
    }

    private static void isAsRead(String name, String engine, TestBody body) throws IOException {
        Configuration configuration = Configuration.defaults()
                .withEngine(engine)
                .withStrategy("random")
                .withSeed(1)
                .withMaxSteps(4_000)
                .withDemands(Demands.USUAL.ending(true))
                .withExplanation(ExplanationSettings.of("0"));
        Report report = SystematicTesting.explore(configuration, body);
        assertThat(report.bugs()).hasSize(1);
        String text = text(report.bugs().get(0));
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(SOURCES);
            Files.writeString(SOURCES.resolve(name + ".txt"), text);
        }
        assertThat(text).isEqualTo(golden(name));
        String heading = text.lines().skip(2).findFirst().orElseThrow();
        assertThat(report.bugs().get(0).report()).containsOnlyOnce("\n" + heading + "\n");
        assertThat(text.lines().skip(2))
                .allMatch(line -> line.length() <= WIDTH || !line.strip().contains(" "));
    }

    /** The summary, and why nothing goes on; without what is told of any failure. */
    private static String text(Bug bug) {
        String report = bug.report();
        int why = report.indexOf("Why nothing goes on\n");
        int begin = why >= 0 ? why : report.indexOf("What the threads do over and over\n");
        int end = report.length();
        for (String next : List.of(
                "\nWhy\n",
                "\nIt needs ",
                "\nIt has ",
                "\nThe execution as it was found\n",
                "\nThreads at that moment\n")) {
            int found = report.indexOf(next, begin);
            end = found < 0 ? end : Math.min(end, found);
        }
        return bug.message() + "\n\n" + report.substring(begin, end).stripTrailing() + "\n";
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = HangReportsTest.class.getResourceAsStream(FOLDER + name + ".txt")) {
            if (file == null || System.getProperty("golden.update") != null) {
                return Files.readString(SOURCES.resolve(name + ".txt"));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

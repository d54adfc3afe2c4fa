package dev.jcoyote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportMergerTest {
    private static final Schedule SCHEDULE = new Schedule(Map.of(Schedule.TEST, "a.A.test"), List.of());

    @TempDir
    private Path folder;

    private Path worker;
    private final List<Bug> heard = new ArrayList<>();
    private ReportMerger merger;

    @BeforeEach
    void create() throws IOException {
        worker = Files.createDirectory(folder.resolve(".worker-1"));
        merger = new ReportMerger(Configuration.defaults()
                .withTestName("a.A.test")
                .withOutputDirectory(folder)
                .withListener(new ExplorationListener() {
                    @Override
                    public void bugFound(Bug bug) {
                        heard.add(bug);
                    }
                }));
    }

    @Test
    void numbersOfSeveralStretchesAddUp() throws IOException {
        merger.add(part(1, 3, false, null, 10, 20, 90));
        merger.add(part(4, 4, false, null, 4));

        Report report = merger.report("platform", "it was asked for", Duration.ZERO, Duration.ZERO);

        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.executions()).isEqualTo(4);
        assertThat(report.schedulingPoints()).isEqualTo(new Range(4, 31, 90));
        assertThat(report.fairExecutions()).isEqualTo(4);
    }

    @Test
    void warningsOfTheSameKindAreToldOnceWithTheirSum() throws IOException {
        merger.add(external(1, Map.of("a.A.read", 2)));
        merger.add(external(2, Map.of("a.A.read", 3)));

        Report report = merger.report("platform", "it was asked for", Duration.ZERO, Duration.ZERO);

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.warnings())
                .containsOnlyOnce("Outside control: a.A.read (5 times). What it waits for is not explored.");
    }

    @Test
    void aBugMovesToItsPlaceBeforeAnyoneHearsOfIt() throws IOException {
        merger.add(part(1, 7, true, bug("x", 0), 5));

        assertThat(heard).singleElement().satisfies(bug -> {
            assertThat(bug.execution()).isEqualTo(7);
            assertThat(bug.scheduleFile())
                    .isEqualTo(folder.resolve("test_0.schedule"))
                    .exists();
            assertThat(bug.reportFile()).isEqualTo(folder.resolve("test_0.txt")).hasContent("report 0");
            assertThat(bug.report()).isEqualTo("report 0");
        });
        assertThat(merger.isOver()).isTrue();
        assertThat(files(worker)).isEmpty();
        assertThat(merger.report("platform", "it was asked for", Duration.ZERO, Duration.ZERO)
                        .firstFailure())
                .isEqualTo(7);
    }

    @Test
    void whatLiesBehindTheEndIsLeftOutAndItsFilesAreDeleted() throws IOException {
        merger.add(part(1, 7, true, bug("x", 0), 5));
        merger.add(part(8, 9, true, bug("y", 1), 99));

        Report report = merger.report("platform", "it was asked for", Duration.ZERO, Duration.ZERO);

        assertThat(report.executions()).isEqualTo(7);
        assertThat(report.schedulingPoints().max()).isEqualTo(5);
        assertThat(report.bugs()).hasSize(1);
        assertThat(files(worker)).isEmpty();
        assertThat(files(folder)).containsExactly("test_0.schedule", "test_0.txt");
    }

    @Test
    void ofEachBugTwentyExecutionsAreKeptAndOneIsTold() throws IOException {
        for (int i = 0; i < 25; i++) {
            merger.add(part(i + 1, i + 1, false, bug("x", i), 5));
        }
        merger.add(part(26, 26, false, bug("y", 30), 5));

        Report report = merger.report("platform", "it was asked for", Duration.ZERO, Duration.ZERO);

        assertThat(report.buggyExecutions()).isEqualTo(26);
        assertThat(report.bugs()).hasSize(2).isEqualTo(heard);
        assertThat(files(folder)).hasSize(42).contains("test_20.schedule").doesNotContain("test_21.schedule");
        assertThat(files(worker)).isEmpty();
    }

    @Test
    void aLostRangeIsIncompleteAndAFaultOfTheToolIsAnError() throws IOException {
        merger.add(part(1, 3, false, null, 5));
        merger.lose(false);
        merger.warn("Not run: execution 4.");

        Report report = merger.report("platform", "it was asked for", Duration.ZERO, Duration.ZERO);
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.warnings()).contains("Not run: execution 4.");

        merger.lose(true);
        assertThat(merger.report("platform", "it was asked for", Duration.ZERO, Duration.ZERO)
                        .verdict())
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void onlyThatAClassIsMissingIsToldOfAnError() throws IOException {
        FoundBug found = bug("x", 0);
        FoundBug missing = new FoundBug(
                found.kind(),
                found.key(),
                found.message(),
                found.scheduleFile(),
                found.reportFile(),
                new NoClassDefFoundError("a/Gone"));

        merger.add(part(1, 1, true, missing, 5));

        assertThat(heard.get(0).error())
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessage("a/Gone");
    }

    private FoundBug bug(String key, int number) throws IOException {
        Path schedule =
                Files.writeString(worker.resolve("test_" + number + ".schedule"), ScheduleFormat.write(SCHEDULE));
        Path report = Files.writeString(worker.resolve("test_" + number + ".txt"), "report " + number);
        return new FoundBug(BugKind.ASSERTION, key, "message", schedule, report, new AssertionError("not sent"));
    }

    private static PartialReport external(int number, Map<String, Integer> calls) throws IOException {
        Warnings warnings = new Warnings();
        warnings.control(5, 2);
        warnings.external(calls);
        Counter counter = new Counter();
        counter.add(5);
        return sent(new PartialReport(
                number,
                number,
                false,
                "",
                0,
                1,
                0,
                0,
                counter,
                counter,
                new SearchLog(),
                new TimedWaits(2, 1),
                warnings,
                List.of(),
                List.of(),
                false,
                null));
    }

    private static PartialReport part(int first, int last, boolean ended, FoundBug bug, int... points)
            throws IOException {
        Counter counter = new Counter();
        Warnings warnings = new Warnings();
        for (int each : points) {
            counter.add(each);
            warnings.control(each, 2);
        }
        return sent(new PartialReport(
                first,
                last,
                ended,
                "",
                bug == null ? 0 : 1,
                points.length,
                0,
                0,
                counter,
                new Counter(),
                searched(first, last),
                new TimedWaits(0, 0),
                warnings,
                List.of(),
                List.of(),
                false,
                bug));
    }

    /** Each execution has the graph of its number's half. */
    private static SearchLog searched(int first, int last) {
        SearchLog log = new SearchLog();
        for (int number = first; number <= last; number++) {
            log.add(number / 2, number % 2 == 0 ? 3 : 0, 4, 10 + number);
        }
        log.addLinePairs(new long[] {(long) first << 32 | last, (long) last << 32 | first});
        return log;
    }

    /** As it arrives in another process. */
    private static PartialReport sent(PartialReport part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        part.writeTo(new DataOutputStream(bytes));
        return PartialReport.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}

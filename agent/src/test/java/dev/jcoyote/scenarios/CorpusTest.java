package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jcoyote.Configuration;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.ReplayCategory;
import dev.jcoyote.Replayed;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules that were kept are replayed first, and say what they still show of code that was changed. */
class CorpusTest {
    private static final String TEST = "bank.AccountTest.transfers";

    @TempDir
    private Path folder;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    static List<String> engines() {
        return Installation.engines().toList();
    }

    /** A counter, and the ways to count with it that its authors have tried. */
    private static final class Counter {
        private final AtomicInteger count = new AtomicInteger();

        void increment() {
            count.set(count.get() + 1);
        }

        void renamed() {
            count.set(count.get() + 1);
        }

        void logged() {
            count.get();
            count.get();
            count.set(count.get() + 1);
        }

        synchronized void locked() {
            count.set(count.get() + 1);
        }

        void atomic() {
            count.incrementAndGet();
        }

        void refused() {
            int seen = count.get();
            count.set(seen + 1);
            throw new IllegalStateException("refused");
        }

        void inBoth(Runnable counting) throws InterruptedException {
            Thread other = new Thread(counting);
            other.start();
            counting.run();
            other.join();
            if (count.get() != 2) {
                throw new AssertionError("counted " + count.get());
            }
        }
    }

    private static void racing() throws InterruptedException {
        Counter counter = new Counter();
        counter.inBoth(counter::increment);
    }

    /** The test after an edit: both threads count in another way. */
    private static TestBody inBoth(Consumer<Counter> counting) {
        return () -> {
            Counter counter = new Counter();
            counter.inBoth(() -> counting.accept(counter));
        };
    }

    private Configuration configuration(String engine) {
        return Configuration.defaults()
                .withTestName(TEST)
                .withEngine(engine)
                .withIterations(50)
                .withExplanation(ExplanationSettings.OFF);
    }

    private void record(String engine) {
        Report report = SystematicTesting.explore(
                configuration(engine).withOutputDirectory(folder).withStrategy("random"), CorpusTest::racing);
        assertThat(report.bugs()).hasSize(1);
    }

    /** Records the bug from a version of the class whose method had another name. */
    private void recordFormer(String engine) throws IOException {
        record(engine);
        Path file = folder.resolve("transfers_0.schedule");
        String text = Files.readString(file).replace("Counter.increment:", "Counter.former:");
        Files.writeString(file, text.replaceAll("(?m)^end (\\d+) .*$", "end $1"));
    }

    private Report replayed(String engine, TestBody body) {
        return SystematicTesting.explore(configuration(engine).withCorpus(folder), body);
    }

    private static Replayed only(Report report) {
        assertThat(report.replays()).hasSize(1);
        return report.replays().get(0);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatStillFailsFailsTheTestBeforeItExplores(String engine) {
        record(engine);
        Report report = replayed(engine, CorpusTest::racing);

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.executions()).isEqualTo(1);
        assertThat(only(report).category()).isEqualTo(ReplayCategory.STILL_FAILS);
        assertThat(only(report).file()).isEqualTo(folder.resolve("transfers_0.schedule"));
        assertThat(only(report).following()).isEqualTo("all 4 decisions applied");
        assertThat(report.warnings())
                .contains("1 schedule of the corpus still fails: " + folder.resolve("transfers_0.schedule")
                        + " (still fails: assertion: java.lang.AssertionError: counted 1 (in main); all 4 decisions"
                        + " applied)");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aBugThatMovedIntoAnotherMethodStillFails(String engine) throws IOException {
        recordFormer(engine);
        Replayed replayed = only(replayed(engine, inBoth(Counter::renamed)));

        assertThat(replayed.category()).isEqualTo(ReplayCategory.STILL_FAILS);
        assertThat(replayed.applied()).isEqualTo(4);
        assertThat(replayed.moved()).hasSize(3);
        assertThat(replayed.details())
                .containsPattern("step 3 call AtomicInteger.get \\(CorpusTest.java:\\d+\\) is now in"
                        + " CorpusTest.Counter.renamed \\(CorpusTest.java:\\d+\\)");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theSameCallsBeforeTheRecordedOnesDoNotHideTheBug(String engine) throws IOException {
        recordFormer(engine);
        Replayed replayed = only(replayed(engine, inBoth(Counter::logged)));

        assertThat(replayed.category()).isEqualTo(ReplayCategory.STILL_FAILS);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatTheThreadsNowWaitForPasses(String engine) throws IOException {
        recordFormer(engine);
        Report report = replayed(engine, inBoth(Counter::locked));

        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.executions()).isEqualTo(50);
        assertThat(report.warnings()).isEmpty();
        assertThat(only(report).category()).isEqualTo(ReplayCategory.PASSES);
        assertThat(only(report).following())
                .startsWith("3 of 4 decisions applied; 1 came later than recorded: step 4 call AtomicInteger.get (");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatNeedsCodeThatIsGoneNoLongerApplies(String engine) {
        record(engine);
        Report report = replayed(engine, inBoth(Counter::atomic));

        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(only(report).category()).isEqualTo(ReplayCategory.NO_LONGER_APPLIES);
        assertThat(only(report).details())
                .startsWith(
                        "3 of the 4 decisions at its switches between threads are gone; 1 of 4 decisions applied; 3 did not:"
                                + " step 3 call AtomicInteger.get (CorpusTest.java:");
        assertThat(report.warnings()).anyMatch(line -> line.startsWith("1 schedule of the corpus no longer applies: "));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatNeedsAThreadThatIsGoneNoLongerApplies(String engine) {
        record(engine);
        Replayed replayed = only(replayed(engine, () -> new Counter().increment()));

        assertThat(replayed.category()).isEqualTo(ReplayCategory.NO_LONGER_APPLIES);
        assertThat(replayed.reason())
                .isEqualTo("4 of the 4 decisions at its switches between threads are gone (there is no thread main.1)");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anotherFailureIsToldWithTheRecordedOne(String engine) throws IOException {
        recordFormer(engine);
        Report report = replayed(engine, inBoth(Counter::refused));

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(only(report).category()).isEqualTo(ReplayCategory.FAILS_OTHERWISE);
        assertThat(only(report).reason())
                .startsWith("exception: java.lang.IllegalStateException: refused (in main")
                .endsWith("and not assertion: java.lang.AssertionError: counted 1 (in main)");
    }

    @Test
    void aDamagedFileIsToldAfterTheOthers() throws IOException {
        recordFormer(Installation.engine());
        Path first = folder.resolve("a.schedule");
        Files.writeString(first, "jcoyote-schedule 1\ntest: x\n");
        Report report = replayed(Installation.engine(), inBoth(Counter::locked));

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.executions()).isEqualTo(50);
        assertThat(report.replays())
                .extracting(Replayed::category)
                .containsExactly(ReplayCategory.UNUSABLE, ReplayCategory.PASSES);
        assertThat(report.warnings().get(0))
                .startsWith(
                        "1 schedule of the corpus passes, 1 cannot be replayed: " + first + " (cannot be replayed: ")
                .contains("it was cut off");
    }

    @Test
    void theOriginalIsReplayedWhereTheSimplerScheduleNoLongerApplies() throws IOException {
        recordFormer(Installation.engine());
        Path original = folder.resolve("transfers_0.schedule");
        String text = Files.readString(original).replaceAll("(?m)^end (\\d+).*$", "end $1");
        Files.writeString(folder.resolve("transfers_0.min.schedule"), text.replace("AtomicInteger", "AtomicLong"));
        Replayed replayed = only(replayed(Installation.engine(), inBoth(Counter::renamed)));

        assertThat(replayed.file()).isEqualTo(original);
        assertThat(replayed.category()).isEqualTo(ReplayCategory.STILL_FAILS);
    }

    @Test
    void aShortScheduleTakesThePlaceOfItsOriginal() throws IOException {
        record(Installation.engine());
        Path original = folder.resolve("transfers_0.schedule");
        Files.copy(original, folder.resolve("transfers_0.min.schedule"));
        Files.copy(original, folder.resolve("transfers_1.schedule"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(replayed(Installation.engine(), CorpusTest::racing).replays())
                .extracting(Replayed::file)
                .containsExactly(folder.resolve("transfers_0.min.schedule"), folder.resolve("transfers_1.schedule"));
    }

    @Test
    void schedulesOfOtherTestsAreLeftOutAndThatThereIsNoOtherIsSaid() {
        record(Installation.engine());
        Report report = SystematicTesting.explore(
                configuration(Installation.engine())
                        .withTestName("bank.Other.test")
                        .withCorpus(folder),
                () -> new Counter().atomic());

        assertThat(report.replays()).isEmpty();
        assertThat(report.warnings()).contains("the corpus " + folder + " has no schedule of bank.Other.test");
    }

    @Test
    void aFolderThatDoesNotExistIsRefused() {
        Path missing = folder.resolve("missing");
        Configuration configuration = Configuration.defaults().withCorpus(missing);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SystematicTesting.explore(configuration, CorpusTest::racing))
                .withMessageContaining("Cannot read the folder of schedules " + missing + ": there is none")
                .withMessageEndingWith("Create it, or correct the name");
    }

    @Test
    void allBugsAreAskedForAndTheCorpusComesFirst() {
        record(Installation.engine());
        Report report = SystematicTesting.explore(
                configuration(Installation.engine()).withCorpus(folder).withExploreAll(true), CorpusTest::racing);

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.executions()).isEqualTo(50);
        assertThat(report.bugs()).hasSizeGreaterThan(1);
        assertThat(only(report).category()).isEqualTo(ReplayCategory.STILL_FAILS);
    }
}

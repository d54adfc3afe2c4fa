package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import dev.jcoyote.Configuration;
import dev.jcoyote.Race;
import dev.jcoyote.RaceAccess;
import dev.jcoyote.RaceMode;
import dev.jcoyote.RaceSettings;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.Verdict;
import dev.jcoyote.install.Packages;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFormat;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Data races are found, told so that they can be understood, and lead to what they break. */
class RacesTest {
    /** A race needs no particular schedule, only one in which both accesses are made. */
    private static final int FIRST_EXECUTIONS = 16;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    static Stream<String> engines() {
        return Installation.engines();
    }

    static Stream<Arguments> racyPrograms() {
        return engines()
                .flatMap(engine -> Stream.of(
                        program(engine, "Counter.value", RacyPrograms::incrementThatNobodyReads),
                        program(engine, "Counter.value", RacyPrograms::differentLocks),
                        program(engine, "RacyPrograms.shared", RacyPrograms::brokenDoubleCheckedLocking),
                        program(engine, "Box", RacyPrograms::racyPublication),
                        program(engine, "Counter.value", RacyPrograms::plainReadOfAnAtomicFlag),
                        program(engine, "element 2 of int[]", RacyPrograms::elementOfAnArray),
                        program(engine, "HashMap#1", RacyPrograms::unsynchronizedMap)));
    }

    private static Arguments program(String engine, String location, TestBody body) {
        return Arguments.of(engine, location, body);
    }

    private static Configuration configuration(String engine, RaceMode mode) {
        return Configuration.defaults().withEngine(engine).withRaces(RaceSettings.USUAL.with(mode));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("racyPrograms")
    void theFirstExecutionsShowARace(String engine, String location, TestBody body) {
        Report report = SystematicTesting.explore(
                configuration(engine, RaceMode.EXPLORE).withIterations(FIRST_EXECUTIONS), body);

        assertThat(report.verdict()).as("%s", report.warnings()).isEqualTo(Verdict.PASSED);
        assertThat(report.races()).extracting(Race::location).allMatch(name -> name.contains(location), location);
        assertThat(report.races()).isNotEmpty();
        assertThat(report.warnings())
                .anyMatch(line -> line.startsWith("Data race on") && line.contains("Nothing orders the two"));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aPlainIncrementFailsItsAssertionWithoutAnyOption(String engine) {
        Report report =
                SystematicTesting.explore(Configuration.defaults().withEngine(engine), RacyPrograms::plainIncrement);

        Bug bug = report.bugs().get(0);
        assertThat(bug.kind()).isEqualTo(BugKind.ASSERTION);
        assertThat(bug.schedule().header(Schedule.PROMOTED)).endsWith("RacyPrograms$Counter.value");
        assertReplayed(bug, RacyPrograms::plainIncrement);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theLocksOfALoggerHideNoRace(String engine) {
        Configuration configuration = configuration(engine, RaceMode.EXPLORE)
                .withPackages(Packages.USUAL.excluding("dev.jcoyote.scenarios.QuietLog"))
                .withIterations(FIRST_EXECUTIONS);

        assertThat(races(configuration, LoudLog::inMonitor)).isZero();
        assertThat(races(configuration, LoudLog::underLock)).isZero();
        assertThat(races(configuration, QuietLog::inMonitor)).isOne();
        assertThat(races(configuration, QuietLog::underLock)).isOne();
    }

    /** The second thread writes when the first has done so and has logged: nothing but the log can order the two. */
    private static int races(Configuration configuration, Runnable log) {
        int[] element = new int[1];
        return SystematicTesting.explore(configuration, () -> {
                    Thread second = new Thread(() -> {
                        LockSupport.park();
                        log.run();
                        element[0] = 2;
                    });
                    second.start();
                    Thread first = new Thread(() -> {
                        element[0] = 1;
                        log.run();
                        LockSupport.unpark(second);
                    });
                    first.start();
                    first.join();
                    second.join();
                })
                .races()
                .size();
    }

    private static void assertReplayed(Bug bug, TestBody body) {
        Schedule written = ScheduleFormat.read(ScheduleFormat.write(bug.schedule()), "test");
        for (int turn = 0; turn < 2; turn++) {
            Report replay = SystematicTesting.replay(
                    Configuration.defaults().withEngine(Installation.engineOfTurn(turn)), written, body);
            assertThat(replay.divergence()).isNull();
            assertThat(replay.bugs()).singleElement().satisfies(again -> {
                assertThat(again.kind()).isEqualTo(bug.kind());
                assertThat(again.message()).isEqualTo(bug.message());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatRunsAloneHasTheScheduleThatItHasAmongTheOthers(String engine) {
        for (int seed = 0; seed < 5; seed++) {
            Configuration configuration =
                    configuration(engine, RaceMode.EXPLORE).withSeed(seed);
            Bug bug = SystematicTesting.explore(configuration, RacyPrograms::plainIncrement)
                    .bugs()
                    .get(0);

            Report alone = SystematicTesting.explore(
                    configuration.withFirstExecution(bug.execution()).withIterations(1), RacyPrograms::plainIncrement);

            assertThat(alone.bugs()).hasSize(1);
            assertThat(ScheduleFormat.write(alone.bugs().get(0).schedule()))
                    .isEqualTo(ScheduleFormat.write(bug.schedule()));
            assertThat(alone.races()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void bothAccessesAreToldWithTheirStacksAndLocks(String engine) {
        Report report = SystematicTesting.explore(
                configuration(engine, RaceMode.EXPLORE).withIterations(FIRST_EXECUTIONS), RacyPrograms::differentLocks);

        assertThat(report.races()).isNotEmpty().allSatisfy(race -> {
            assertThat(Stream.of(race.first(), race.second())).allSatisfy(RacesTest::isWhole);
            assertThat(Stream.of(race.first(), race.second()).flatMap(access -> access.locks().stream()))
                    .containsExactlyInAnyOrder("Object#1", "ReentrantLock#1");
        });
    }

    private static void isWhole(RaceAccess access) {
        assertThat(access.stack()).extracting(StackTraceElement::getMethodName).contains("increment");
        assertThat(access.stack().get(0).getLineNumber())
                .isEqualTo(access.position().getLineNumber());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aRaceIsABugIfItIsToBeOne(String engine) {
        Report report =
                SystematicTesting.explore(configuration(engine, RaceMode.FAIL), RacyPrograms::incrementThatNobodyReads);

        Bug bug = report.bugs().get(0);
        assertThat(bug.kind()).isEqualTo(BugKind.RACE);
        assertThat(bug.message()).startsWith("data race on RacyPrograms.Counter.value: ");
        assertThat(bug.report()).contains("RacyPrograms$Counter.increment(");
        assertThat(bug.schedule().header(Schedule.RACES)).isEqualTo("fail");
        assertReplayed(bug, RacyPrograms::incrementThatNobodyReads);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void nobodyLooksForRacesWhereTheyAreOff(String engine) {
        Report report = SystematicTesting.explore(
                configuration(engine, RaceMode.OFF).withIterations(FIRST_EXECUTIONS),
                RacyPrograms::incrementThatNobodyReads);

        assertThat(report.races()).isEmpty();
        assertThat(report.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aRaceThatIsCalledBenignIsNotTold(String engine) {
        Report report = SystematicTesting.explore(configuration(engine, RaceMode.FAIL), RacyPrograms::benignCounter);

        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.races()).isNotEmpty().extracting(Race::benign).containsOnly("only shown");
        assertThat(report.warnings()).noneMatch(line -> line.startsWith("Data race"));
        assertThat(report.warnings()).anyMatch(line -> line.contains("not told"));
    }
}

package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jcoyote.Bug;
import dev.jcoyote.Choose;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFormat;
import dev.jcoyote.strategy.Strategies;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Values are chosen evenly, recorded, replayed and shown; and not chosen where there is no execution. */
class ChooseTest {
    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    private static Configuration configuration(int executions) {
        return Configuration.defaults().withEngine(Installation.engine()).withIterations(executions);
    }

    private static void chooseThree() {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            chosen.add(Choose.intBelow(4));
        }
        assertThat(chosen).isNotEqualTo(List.of(3, 0, 2));
    }

    @Test
    void everyStrategyThatDrawsDoesSoEvenly() {
        for (String strategy : Strategies.names()) {
            if (Strategies.isSequential(strategy)) {
                continue;
            }
            TreeMap<Integer, Integer> counts = new TreeMap<>();
            SystematicTesting.explore(
                    configuration(600).withStrategy(strategy), () -> counts.merge(Choose.intBelow(3), 1, Integer::sum));
            assertThat(counts.values()).as(strategy).hasSize(3).allMatch(count -> count > 100);
        }
    }

    @Test
    void valuesAreRecordedAndReplayed() throws Exception {
        Bug bug = SystematicTesting.explore(configuration(2_000), ChooseTest::chooseThree)
                .bugs()
                .get(0);
        assertThat(bug.schedule().decisions()).hasSize(3).allSatisfy(decision -> {
            assertThat(decision.kind()).isEqualTo(Decision.Kind.VALUE);
            assertThat(decision.operation()).isEqualTo("CALL Choose.intBelow");
            assertThat(decision.site()).contains("ChooseTest.chooseThree:");
        });
        assertThat(bug.report()).containsSubsequence("Choose.intBelow: value 4 of 4", "value 1 of 4", "value 3 of 4");
        Schedule written = ScheduleFormat.read(ScheduleFormat.write(bug.schedule()), "test");
        Report replay = SystematicTesting.replay(configuration(1), written, ChooseTest::chooseThree);
        assertThat(replay.divergence()).isNull();
        assertThat(replay.bugs())
                .singleElement()
                .satisfies(again -> assertThat(again.message()).isEqualTo(bug.message()));
    }

    @Test
    void aReplayThatMeetsAnotherBoundSaysSo() {
        Bug bug = SystematicTesting.explore(configuration(2_000), ChooseTest::chooseThree)
                .bugs()
                .get(0);
        TestBody other = () -> Choose.intBelow(5);
        Report replay = SystematicTesting.replay(configuration(1), bug.schedule(), other);
        assertThat(replay.divergence())
                .contains("which chooses value 4 of 4")
                .endsWith("but there is a choice of one of 5 values");
    }

    @Test
    void outsideAnExecutionNothingIsChosen() {
        assertThatIllegalStateException()
                .isThrownBy(Choose::bool)
                .withMessage("Choose.bool was called outside an execution: call it in the body of a systematic test");
    }

    @Test
    void onAThreadOutsideControlNothingIsChosen() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        List<String> message = new ArrayList<>();
        Thread outside = new Thread(
                () -> {
                    try {
                        inside.await();
                        Choose.intBelow(2);
                    } catch (IllegalStateException | InterruptedException e) {
                        message.add(e.getMessage());
                    }
                },
                "outside");
        outside.start();
        SystematicTesting.explore(configuration(1), () -> {
            inside.countDown();
            while (outside.isAlive()) {
                Thread.yield();
            }
        });
        outside.join();
        assertThat(message)
                .singleElement()
                .asString()
                .startsWith("Choose.intBelow was called on the thread \"outside\"");
    }
}

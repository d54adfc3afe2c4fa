package dev.jcoyote.explain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static List<String> folded(List<Row> rows) {
        return Rounds.folded(rows).stream().map(Row::text).toList();
    }

    @Test
    void equalRoundsAreToldOnceWithACount() {
        List<Row> rows = new ArrayList<>();
        for (int round = 0; round < 15; round++) {
            rows.add(Rows.step(0, "reads flag: false", 7));
            rows.add(Rows.step(0, "yields", 8));
        }
        rows.add(Rows.step(0, "reads flag: true", 9));

        assertThat(folded(rows)).containsExactly("reads flag: false", "yields", "… 14 more rounds", "reads flag: true");
    }

    @Test
    void ofOneStepThatChangesTheLastOneIsToldAsWell() {
        List<Row> rows = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            rows.add(Rows.step(0, "writes count: " + round, 7));
        }

        assertThat(folded(rows)).containsExactly("writes count: 0", "… 3 more rounds", "writes count: 4");
    }

    @Test
    void roundsOfSeveralThreadsAreRoundsToo() {
        List<Row> rows = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            rows.add(Rows.step(0, "puts", 7));
            rows.add(Rows.step(1, "takes", 8));
        }

        assertThat(folded(rows)).containsExactly("puts", "takes", "… 3 more rounds");
        assertThat(Rounds.folded(rows).get(2).thread()).isEqualTo(-1);
    }

    @Test
    void whatComesRightBeforeAPreemptionIsTold() {
        List<Row> rows = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            rows.add(Rows.step(0, "reads count: " + round, 7));
        }
        rows.add(Row.rule("preempted"));

        assertThat(folded(rows))
                .containsExactly(
                        "reads count: 0",
                        "… 2 more rounds",
                        "reads count: 3",
                        "reads count: 4",
                        "reads count: 5",
                        "preempted");
    }

    @Test
    void aStepOfTheCauseIsNeverOneOfMany() {
        List<Row> rows = new ArrayList<>();
        for (int round = 0; round < 9; round++) {
            rows.add(round == 4 ? Rows.marked(0, "reads", 7, 1) : Rows.step(0, "reads", 7));
        }

        assertThat(folded(rows)).hasSize(5);
        assertThat(Rounds.folded(rows).get(2).mark()).isEqualTo(1);
    }
}

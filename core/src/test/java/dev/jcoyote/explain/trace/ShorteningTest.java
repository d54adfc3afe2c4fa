package dev.jcoyote.explain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShorteningTest {
    private static List<String> texts(List<Row> rows) {
        return rows.stream().map(Row::text).toList();
    }

    @Test
    void whatConcernsOneThreadAloneIsLeftOut() {
        List<Row> rows =
                List.of(Rows.own(0, "writes own", 1), Rows.step(0, "writes shared", 2), Rows.own(1, "reads own", 3));

        assertThat(texts(Shortening.relevant(rows))).containsExactly("writes shared");
    }

    @Test
    void betweenTwoPreemptionsAStepIsTold() {
        List<Row> rows =
                List.of(Row.rule("first"), Rows.own(0, "reads own", 1), Row.rule("second"), Rows.step(1, "reads", 2));

        assertThat(texts(Shortening.relevant(rows))).containsExactly("first", "reads own", "second", "reads");
    }

    @Test
    void threadsStartedOneAfterTheOtherAreInOneRow() {
        List<Row> rows =
                List.of(Rows.start(0, "a", 1), Rows.start(0, "b", 2), Rows.step(0, "reads", 3), Rows.start(0, "c", 4));

        assertThat(texts(Shortening.merged(rows))).containsExactly("starts a, b", "reads", "starts c");
    }

    @Test
    void whatIsFarFromPreemptionsAndFromTheEndGoesFirst() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(Rows.step(0, "step " + i, i));
        }
        rows.add(Row.rule("preempted"));
        for (int i = 20; i < 40; i++) {
            rows.add(Rows.step(1, "step " + i, i));
        }

        assertThat(texts(new Ranking(rows).most(6)))
                .containsExactly(
                        "… 18 steps",
                        "step 18",
                        "step 19",
                        "preempted",
                        "step 20",
                        "step 21",
                        "… 16 steps",
                        "step 38",
                        "step 39");
    }

    @Test
    void aStepOfTheCauseStaysWhereverItIs() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(i == 9 ? Rows.marked(0, "cause", i, 1) : Rows.step(0, "step " + i, i));
        }

        assertThat(texts(new Ranking(rows).most(0))).containsExactly("… 9 steps", "cause", "… 10 steps");
    }

    @Test
    void twoEqualRowsAreOne() {
        List<Row> rows = List.of(Rows.step(0, "reads count: 1", 3), Rows.step(0, "reads count: 1", 3));

        assertThat(texts(Shortening.withoutTwins(rows))).containsExactly("reads count: 1 (twice)");
    }
}

package dev.jcoyote.explain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final List<Row> ENDS = List.of(Rows.marked(1, "throws AssertionError", 99, 0));

    private static List<String> lines(List<Row> rows, Style style) {
        return new Trace(rows, ENDS, thread -> "t" + thread).text(style).lines().toList();
    }

    @Test
    void theLastLineIsWhatFails() {
        List<String> lines = lines(List.of(Rows.step(0, "reads", 1), Rows.step(1, "writes", 2)), Style.USUAL);

        assertThat(lines).hasSize(5);
        assertThat(lines.get(4)).contains("throws AssertionError");
    }

    @Test
    void howeverManyPreemptionsThereAreItIsShort() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            rows.add(Row.rule("t" + i % 2 + " is preempted"));
            rows.add(Rows.step(i % 2, "step " + i, i));
        }

        List<String> lines = lines(rows, Style.USUAL);

        assertThat(lines).hasSizeBetween(35, 40);
        assertThat(lines.get(2)).matches("… \\d+ steps");
        assertThat(lines.get(lines.size() - 1)).contains("throws AssertionError");
    }

    @Test
    void allOfItIsToldIfThatIsWanted() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(Rows.own(i % 2, "step " + i, i));
        }

        assertThat(lines(rows, Style.USUAL.all())).hasSize(503);
        assertThat(lines(rows, Style.USUAL)).hasSize(3);
    }

    @Test
    void aWaitThatNeverEndsIsToldOnce() {
        Row wait = Rows.step(0, "waits for lock a", 7);

        String text =
                new Trace(List.of(wait), List.of(Row.rule("deadlock"), wait), thread -> "t" + thread).text(Style.USUAL);

        assertThat(text).containsOnlyOnce("waits for lock a");
    }
}

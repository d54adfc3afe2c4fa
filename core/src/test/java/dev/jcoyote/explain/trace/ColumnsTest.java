package dev.jcoyote.explain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final Style STYLE = Style.USUAL;

    private static String text(Style style, List<Row> rows) {
        StringBuilder text = new StringBuilder();
        for (String line : Columns.lines(rows, thread -> "t" + thread, style)) {
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    @Test
    void eachThreadHasAColumnAndEachLineItsPosition() {
        String text = text(
                new Style(60, false, false, 40),
                List.of(
                        Rows.marked(0, "reads count: 0", 7, 1),
                        Row.rule("t0 is preempted (1 of 1): t1 goes on"),
                        Rows.step(1, "writes count: 0 → 1", 8)));

        assertThat(text).isEqualTo("""
                        t0                        t1
                        ────────────────────────────────────────────────────────────
                        reads count: 0  ◄ 1                               (A.java:7)
                        ──── t0 is preempted (1 of 1): t1 goes on ──────────────────
                                                  writes count: 0 → 1     (A.java:8)
                        """);
    }

    @Test
    void aConsoleWithoutThoseCharactersGetsOthers() {
        String text = text(
                STYLE.inAscii(),
                List.of(
                        Rows.marked(0, "writes count: 0 → 1", 7, 1),
                        Row.gap(0, 14, "… 14 more rounds"),
                        Row.rule("end")));

        assertThat(text)
                .isEqualTo("t0\n" + "-".repeat(80) + "\n" + "writes count: 0 -> 1  <- 1" + " ".repeat(44)
                        + "(A.java:7)\n... 14 more rounds\n" + "---- end " + "-".repeat(71) + "\n");
    }

    @Test
    void aTextThatIsTooLongIsBrokenBetweenWords() {
        String words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";

        List<String> lines = Columns.lines(List.of(Rows.step(0, words, 7)), thread -> "t" + thread, STYLE);

        assertThat(lines).hasSize(4).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(2)).endsWith("(A.java:7)");
        assertThat(lines.get(3)).startsWith("  thirteen fourteen").endsWith("fifteen");
    }

    @Test
    void manyThreadsAreNamedInFrontOfTheirRows() {
        List<Row> rows = new ArrayList<>();
        for (int thread = 0; thread < 12; thread++) {
            rows.add(Rows.step(thread, "reads a field with a long name: 0", thread));
            rows.add(Rows.step(thread, "writes it: 0 → 1", thread));
        }

        List<String> lines = Columns.lines(rows, thread -> "thread-" + thread, STYLE);

        assertThat(lines).hasSize(24).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(22)).startsWith("thread-11  reads");
        assertThat(lines.get(23)).startsWith("           writes");
    }

    @Test
    void aWiderConsoleHasColumnsForMoreThreads() {
        List<Row> rows = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            rows.add(Rows.step(thread, "reads a field with a long name: 0", thread));
        }

        assertThat(Columns.lines(rows, thread -> "t" + thread, STYLE)).noneMatch(line -> line.startsWith("t0    "));
        assertThat(Columns.lines(rows, thread -> "t" + thread, STYLE.wide(160)).get(0))
                .startsWith("t0   ")
                .endsWith("t7");
    }

    @Test
    void namesThatDoNotFitBesideEachOtherStandBelowEachOther() {
        List<Row> rows = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            rows.add(Rows.step(thread, "reads a field: 0", thread));
        }

        List<String> lines = Columns.lines(rows, thread -> "a-long-thread-name-" + thread, STYLE);

        assertThat(lines.subList(0, 5))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("a-long-thread-name-0"),
                        line -> assertThat(line).endsWith(" a-long-thread-name-1"),
                        line -> assertThat(line).endsWith(" a-long-thread-name-2"),
                        line -> assertThat(line).endsWith(" a-long-thread-name-3"),
                        line -> assertThat(line).isEqualTo("─".repeat(80)));
    }
}

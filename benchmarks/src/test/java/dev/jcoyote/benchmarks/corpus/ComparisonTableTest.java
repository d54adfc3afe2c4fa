package dev.jcoyote.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed of trials, and what is kept of them. */
class ComparisonTableTest {
    private static final List<Program> PROGRAMS =
            List.of(Program.correct("easy", () -> {}), Program.correct("hard", () -> {}));

    private final Trial easy = new Trial("easy", "random", 1, 100, 3, true);
    private final Trial easyToo = new Trial("easy", "random", 2, 100, 6, true);
    private final Trial hard = new Trial("hard", "random", 1, 100, 100, false);
    private final Trial hardToo = new Trial("hard", "random", 2, 100, 90, true);

    @Test
    void aCellHasTheMeanOfTheTrialsThatFoundTheBug() {
        assertThat(new ComparisonTable(PROGRAMS, List.of(easy, easyToo, hard, hardToo)).markdown())
                .contains("| program | random |")
                .contains("| easy | 4.5 |")
                .contains("| hard | 90.0 (1 of 2) |")
                .contains("| found in at least one trial | 2 |")
                .contains("| found by a trial, mean | 1.5 |");
    }

    @Test
    void aBugThatNoTrialFoundIsNamedSo() {
        assertThat(new ComparisonTable(PROGRAMS, List.of(hard)).markdown())
                .contains("| easy |  |")
                .contains("| hard | none |");
    }

    @Test
    void trialsThatWereRunAreReadAgain(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("trials.tsv");
        new TrialFile(file).add(easy);
        new TrialFile(file).add(hard);

        TrialFile read = new TrialFile(file);

        assertThat(read.trials()).containsExactly(easy, hard);
        assertThat(read.has("easy", "random", 1, 50)).isTrue();
        assertThat(read.has("hard", "random", 1, 50)).isFalse();
        assertThat(read.has("hard", "random", 1, 100)).isTrue();
    }

    @Test
    void theTableIsWrittenBetweenItsComments(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("page.md");
        Files.writeString(file, "before\n<!-- corpus: begin -->\nold\n<!-- corpus: end -->\nafter\n");

        new MarkedSection(file, "corpus").write("| new |\n");

        assertThat(file).hasContent("before\n<!-- corpus: begin -->\n\n| new |\n\n<!-- corpus: end -->\nafter\n");
    }

    @Test
    void anOptionThatThereIsNotIsRefused() {
        Options options = new Options(List.of("--seed=3"));

        assertThatIllegalArgumentException().isThrownBy(options::refuseOthers).withMessageContaining("--seed");
    }

    @Test
    void anUnknownProgramIsRefusedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.named("account,acount"))
                .withMessageContaining("acount")
                .withMessageContaining("wronglock_3");
    }
}

package dev.jcoyote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenignRacesTest {
    private static final String HERE = BenignRacesTest.class.getName();

    @TempDir
    private Path folder;

    /** A class whose members are called benign or not. */
    static final class Cache {
        @BenignRace(reason = "computed again if lost")
        int hash;

        int size;

        @BenignRace(reason = "an estimate")
        int estimate() {
            return size;
        }
    }

    @BenignRace(reason = "all of it is a statistic")
    static final class Statistics {
        int calls;
    }

    private static BenignRaces none() {
        return BenignRaces.of(null, BenignRacesTest.class.getClassLoader());
    }

    private BenignRaces listed(String... lines) throws IOException {
        return BenignRaces.of(Files.write(folder.resolve("benign"), List.of(lines)), null);
    }

    private static StackTraceElement at(String type, String method) {
        return new StackTraceElement(type, method, "File.java", 1);
    }

    @Test
    void anAnnotationOnAFieldHoldsForTheField() {
        assertThat(none().reason(HERE + "$Cache.hash")).isEqualTo("computed again if lost");
        assertThat(none().reason(HERE + "$Cache.size")).isEmpty();
    }

    @Test
    void anAnnotationOnAMethodHoldsForBothItsCodeAndItsLambdas() {
        assertThat(none().reason("a.A.x", at("a.A", "x"), at(HERE + "$Cache", "estimate")))
                .isEqualTo("an estimate");
        assertThat(none().reason("a.A.x", at(HERE + "$Cache", "lambda$estimate$0")))
                .isEqualTo("an estimate");
    }

    @Test
    void anAnnotationOnAClassHoldsForAllInIt() {
        assertThat(none().reason(HERE + "$Statistics.calls")).isEqualTo("all of it is a statistic");
    }

    @Test
    void aFileNamesFieldsAndCodeWithReasons() throws IOException {
        BenignRaces races = listed("# a comment", "", "a.Account.balance   # only shown", "b.*  # generated code");

        assertThat(races.reason("a.Account.balance")).isEqualTo("only shown");
        assertThat(races.reason("a.Account.owner")).isEmpty();
        assertThat(races.reason("a.Account.owner", at("b.Parser", "next"))).isEqualTo("generated code");
    }

    @Test
    void aLineWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> listed("# fine", "a.Account.balance"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("a.Account.balance  # why");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> RaceSettings.USUAL.withBenign(folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }
}

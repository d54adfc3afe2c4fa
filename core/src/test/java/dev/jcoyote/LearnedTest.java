package dev.jcoyote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LearnedTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        Learned learned = new Learned(
                "pct.length=12",
                new TreeSet<>(List.of("b.B.f", "a.A.a test, 100%:3")),
                new TreeSet<>(List.of("main.1|a.A.<init>:3|a.A.b:4&main.2|-|a.A.c:5")));

        assertThat(learned.text())
                .isEqualTo("pct.length=12 promoted=a.A.a%20test%2C%20100%25:3,b.B.f"
                        + " suspects=main.1|a.A.<init>:3|a.A.b:4&main.2|-|a.A.c:5");
        assertThat(Learned.of(learned.text())).isEqualTo(learned);
    }

    @Test
    void nothingIsAnEmptyText() {
        assertThat(Learned.of("").text()).isEmpty();
    }

    @Test
    void partsOfAnEpochAddUpWhateverTheirOrder() {
        String one = "pct.length=12 promoted=b.B.f";
        String other = "pct.length=7 promoted=a.A.g,b.B.f";

        assertThat(Learned.join("pct", one, other)).isEqualTo("pct.length=12 promoted=a.A.g,b.B.f");
        assertThat(Learned.join("pct", other, one)).isEqualTo(Learned.join("pct", one, other));
    }

    @Test
    void strategiesThatLearnNothingMayHaveRacyLocations() {
        assertThat(Learned.join("random", "", "promoted=a.A.g")).isEqualTo("promoted=a.A.g");
    }
}

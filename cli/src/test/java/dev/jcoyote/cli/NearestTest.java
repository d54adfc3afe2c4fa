package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void theDistanceCountsInsertedDeletedAndReplacedLetters() {
        assertThat(Nearest.levenshtein("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.levenshtein("", "abc")).isEqualTo(3);
        assertThat(Nearest.levenshtein("same", "same")).isZero();
    }

    @Test
    void onlyTheEndOfTheNameIsComparedWithAShortOne() {
        assertThat(Nearest.first(List.of("a.Long.other", "very.long.pack.age.Test.close", "b.C.clo"), "clos"))
                .containsExactly("b.C.clo", "very.long.pack.age.Test.close", "a.Long.other");
    }

    @Test
    void equallyNearNamesAreInAlphabeticalOrderAndDistinct() {
        assertThat(Nearest.first(List.of("b.B.x", "a.A.x", "b.B.x"), "x")).containsExactly("a.A.x", "b.B.x");
    }
}

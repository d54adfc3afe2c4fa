package dev.jcoyote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.BenignRace;
import dev.jcoyote.Configuration;
import dev.jcoyote.Race;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import org.junit.jupiter.api.Test;

/** A race that its authors call benign is not told. */
class BenignRaceTest {
    private static final class Page {
        @BenignRace(reason = "only shown to people, who do not mind an old name")
        private String lastVisitor = "nobody";

        void visit(String visitor) {
            lastVisitor = visitor;
        }

        String greeting() {
            return "The last one here was " + lastVisitor;
        }
    }

    @Test
    void aFieldThatIsOnlyShownMayRace() {
        Report report = SystematicTesting.explore(Configuration.defaults().withIterations(100), () -> {
            Page page = new Page();
            Thread ann = new Thread(() -> page.visit("Ann"));
            ann.start();
            assertThat(page.greeting()).isNotEmpty();
            ann.join();
        });

        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.races())
                .isNotEmpty()
                .extracting(Race::benign)
                .allMatch(reason -> reason.contains("only shown"));
    }
}

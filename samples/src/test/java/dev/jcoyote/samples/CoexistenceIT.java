package dev.jcoyote.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Other agents beside ours: the projects' own builds check what passes in each order and whether the other agent does its
 * work; here is what must fail.
 */
class CoexistenceIT {
    @ParameterizedTest
    @ValueSource(
            strings = {"coexistence-intellij", "coexistence-jacoco", "coexistence-mockito", "coexistence-opentelemetry"
            })
    void theBugIsFoundAndReplaysInEveryOrder(String project) {
        SampleBuild build = SampleBuild.of(project);

        assertThat(build.logs()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(build.logs().get(0)).contains("BUILD SUCCESS");
        assertThat(build.logs().get(1)).contains("dev.jcoyote.BugFoundError").contains("Schedule:  target/jcoyote/");
        assertThat(build.logs().subList(2, build.logs().size()))
                .allSatisfy(replay -> assertThat(replay)
                        .contains("dev.jcoyote.BugFoundError")
                        .contains("Replayed:  target/jcoyote/")
                        .doesNotContain("Diverged:"));
    }

    @Test
    void intellijsCoverageIsWritten() {
        assertThat(SampleBuild.of("coexistence-intellij").folder().resolve("target/coverage.ic"))
                .satisfies(file -> assertThat(Files.size(file)).isPositive());
    }
}

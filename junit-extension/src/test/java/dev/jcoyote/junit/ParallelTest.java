package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.examples.junit.Parallel;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ParallelTest {
    @Test
    @Timeout(90)
    void explorationsQueueWhereJUnitRunsTestsInParallel() throws IOException, InterruptedException {
        String printed = JvmRun.of(
                Parallel.class,
                "-Djunit.jupiter.execution.parallel.enabled=true",
                "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
                "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=4");

        assertThat(printed.lines().filter(line -> line.contains(": SUCCESSFUL")))
                .hasSize(7);
        assertThat(printed).doesNotContain("FAILED");
    }
}

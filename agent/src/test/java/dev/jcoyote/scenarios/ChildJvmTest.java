package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child JVM that hangs does not hang its test, and tells where it stands. */
class ChildJvmTest {
    /** A program that prints, and then ends as its argument says. */
    static final class Program {
        private Program() {}

        /** See the class. */
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("begun");
            switch (arguments[0]) {
                case "fails" -> new Object().wait();
                case "sleeps" -> Thread.sleep(600_000);
                default -> {}
            }
        }
    }

    @Test
    void oneThatEndsGivesItsLines(@TempDir Path folder) throws Exception {
        ChildJvm child = new ChildJvm(folder.resolve("output"), List.of(), Program.class, "ends");
        assertThat(child.lines(Duration.ofSeconds(60))).containsExactly("begun");
    }

    @Test
    void oneThatFailsGivesItsException(@TempDir Path folder) throws Exception {
        ChildJvm child = new ChildJvm(folder.resolve("output"), List.of(), Program.class, "fails");
        assertThatThrownBy(() -> child.lines(Duration.ofSeconds(60)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("IllegalMonitorStateException");
    }

    @Test
    void oneThatDoesNotEndGivesTheStacksOfItsThreads(@TempDir Path folder) throws Exception {
        ChildJvm child = new ChildJvm(folder.resolve("output"), List.of(), Program.class, "sleeps");
        assertThatThrownBy(() -> child.lines(Duration.ofSeconds(2)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has not ended within 2 s")
                .hasMessageContaining("Program.main(ChildJvmTest.java:");
    }
}

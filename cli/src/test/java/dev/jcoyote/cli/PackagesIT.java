package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages are given scheduling points, or none, in whatever order runs with and without follow each other. */
class PackagesIT {
    @TempDir
    static Path folder;

    private static String classes = "";

    @BeforeAll
    static void compileProgram() throws Exception {
        classes = Programs.compile(folder, List.of(), """
                        program/Shared.java
                        package program;

                        public class Shared {
                            static class Count {
                                volatile int value;

                                void increment() {
                                    value++;
                                }
                            }

                            void loses() throws Exception {
                                Count count = new Count();
                                Thread one = new Thread(count::increment);
                                one.start();
                                count.increment();
                                one.join();
                                if (count.value != 2) throw new AssertionError("lost: " + count.value);
                            }
                        }
                        """).toString();
    }

    private static String test(int expected, String... options) throws Exception {
        String[] line = new String[options.length + 6];
        System.arraycopy(new String[] {"test", classes, "-m", "Shared.loses", "--seed", "1"}, 0, line, 0, 6);
        System.arraycopy(options, 0, line, 6, options.length);
        try (CommandRun run = CommandRun.run(folder, line)) {
            assertThat(run.exitCode()).as(run.out()).isEqualTo(expected);
            return run.out();
        }
    }

    @Test
    void aClassWithoutPointsHidesItsRaceAndTheLongerNameDecides() throws Exception {
        assertThat(test(2)).contains("lost: 1");
        test(0, "--exclude", "program.Shared$Count");
        assertThat(test(2)).contains("lost: 1");
        assertThat(test(2, "--exclude", "program", "--include", "program.Shared"))
                .contains("lost: 1");
        try (CommandRun run = CommandRun.run(folder, "replay", classes, "jcoyote-output/loses_2.schedule")) {
            assertThat(run.out()).contains("reproduced the recorded failure");
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void whatNamesNoPackageIsRefused() throws Exception {
        try (CommandRun run = CommandRun.run(folder, "test", classes, "-m", "Shared.loses", "--exclude", "com/acme")) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("\"com/acme\" names no package");
        }
    }
}

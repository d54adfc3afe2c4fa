package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain fields and array elements are scheduling points if that is asked for. */
class PlainAccessesIT {
    @TempDir
    private Path folder;

    private String classes;

    @BeforeEach
    void compile() throws IOException {
        classes = Programs.compile(folder, List.of(), """
                        a/Plain.java
                        package a;
                        public class Plain {
                            private int field;
                            private static long count;
                            private final int[] cells = new int[2];
                            void field() throws Exception {
                                both(() -> field++);
                                check(field);
                            }
                            void staticField() throws Exception {
                                count = 0;
                                both(() -> count++);
                                check((int) count);
                            }
                            void element() throws Exception {
                                both(() -> cells[1]++);
                                check(cells[1]);
                            }
                            private static void both(Runnable work) throws Exception {
                                Thread one = new Thread(work), two = new Thread(work);
                                one.start();
                                two.start();
                                one.join();
                                two.join();
                            }
                            private static void check(int value) {
                                if (value != 2) throw new AssertionError("lost: " + value);
                            }
                        }
                        """).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"field", "staticField", "element"})
    void aLostUpdateIsFoundAndReplayed(String method) throws Exception {
        try (CommandRun run =
                CommandRun.run(folder, "test", classes, "-m", "Plain." + method, "--plain-accesses", "--seed", "1")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).contains("lost: 1");
        }
        String schedule = "jcoyote-output/" + method + "_0.schedule";
        try (CommandRun run = CommandRun.run(folder, "replay", classes, schedule)) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).contains("reproduced the recorded failure");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"field", "staticField", "element"})
    void withoutTheOptionThoseThatRaceAreSchedulingPointsAllTheSame(String method) throws Exception {
        try (CommandRun run = CommandRun.run(folder, "test", classes, "-m", "Plain." + method, "--seed", "1")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).contains("lost: 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"field", "staticField", "element"})
    void withoutTheOptionAndWithoutRacesTheyAreNone(String method) throws Exception {
        try (CommandRun run =
                CommandRun.run(folder, "test", classes, "-m", "Plain." + method, "--races", "off", "--seed", "1")) {
            assertThat(run.exitCode()).isZero();
        }
    }
}

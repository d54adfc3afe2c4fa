package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallPartsTest {
    @Test
    void numbersAreRoundedToTwoDigits() {
        assertThat(Text.percent(1, 12)).isEqualTo("8.33%");
        assertThat(Text.percent(1, 1)).isEqualTo("100.00%");
        assertThat(Text.percent(0, 0)).isEqualTo("0.00%");
        assertThat(Text.seconds(Duration.ofMillis(4_056))).isEqualTo("4.06 s");
        assertThat(Text.count(1, "bug")).isEqualTo("1 bug");
        assertThat(Text.count(0, "bug")).isEqualTo("0 bugs");
    }

    @Test
    void longTextIsBrokenAtBlanksAndIndented() {
        assertThat(Text.wrap("... ", "word ".repeat(20).strip()).lines())
                .containsExactly(
                        "... " + "word ".repeat(15).strip(),
                        "    " + "word ".repeat(5).strip());
        assertThat(Text.wrap("", "x".repeat(100))).hasSize(100);
    }

    @Test
    void wordsForAShellAreQuotedWhereTheyMustBe() {
        assertThat(Text.shell("dir/app-1.0.jar")).isEqualTo("dir/app-1.0.jar");
        assertThat(Text.shell("my app.jar")).isEqualTo("'my app.jar'");
        assertThat(Text.shell("it's")).isEqualTo("'it'\\''s'");
        assertThat(Text.shell("lib/*")).isEqualTo("'lib/*'");
    }

    @Test
    void theAgeOfTheProcessCountsFromBoot() {
        String stat = "42 (a (b) c) R 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 250527 20 21";

        assertThat(StartTime.sinceBoot(stat, "2505.58 4215.07\n")).isEqualTo(Duration.ofMillis(310));
        assertThatThrownBy(() -> StartTime.sinceBoot(stat, "1.00 4215.07\n"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(StartTime.ago()).isBetween(Duration.ofMillis(50), Duration.ofHours(5));
    }

    @Test
    void aJvmThatCannotBeControlledIsRefused() {
        assertThatCode(Jvm::check).doesNotThrowAnyException();
        assertThatThrownBy(() -> Jvm.check(11, "OpenJDK 64-Bit Server VM"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("JDK 17 or later, but this is Java 11")
                .hasMessageContaining("JAVA_HOME");
        assertThatThrownBy(() -> Jvm.check(17, "Eclipse OpenJ9 VM"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Eclipse OpenJ9 VM");
    }

    @Test
    void theChildJvmGetsItsArgumentsAndTheRestOfTheLine() {
        List<String> command = ChildJvm.command(
                List.of(),
                List.of("-Xmx1g", "-Da=b"),
                "test",
                "--jvm-arg",
                "-Xmx1g",
                "app.jar",
                "--jvm-arg=-Da=b",
                "-m",
                "x");

        assertThat(command).containsSubsequence("-Xmx1g", "-Da=b", "test", "app.jar", "-m", "x");
        assertThat(command.get(0)).startsWith(System.getProperty("java.home"));
        assertThat(command).doesNotContain("--jvm-arg", "--jvm-arg=-Da=b");
    }

    @Test
    void theReplayCommandRepeatsTheClassPath() {
        Arguments arguments = new Arguments(Command.TEST);
        arguments.addParameter("my app.jar");
        arguments.add(Option.CLASS_PATH, "lib/*");

        assertThat(new ReplayLine(arguments).of(Reports.bug(1)).replace('\\', '/'))
                .isEqualTo("jcoyote replay 'my app.jar' out/test_0.schedule -cp 'lib/*'");
    }

    @Test
    void theVersionNamesTheJdk() {
        assertThat(Version.line()).startsWith("jcoyote ").contains("(JDK " + System.getProperty("java.version"));
    }
}

package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsersTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test app.jar -m a.B.c",
                "test -m c -i 10 -t 2.5 -s pct --depth 4 --seed -7 --max-steps 99 app.jar",
                "test app.jar --method=c --iterations=3 --json=out.json --output=dir",
                "test --explore --plain-accesses --fail-on-max-steps --execution 12 --learned length=30 app.jar -q",
                "test app.jar -cp a.jar:b.jar --jvm-arg -Xmx1g --jvm-arg -Dx=y -v",
                "test app.jar -m c --jvm-arg=-Xmx1g",
                "test app.jar -m c --workers 2",
                "replay app.jar x.schedule --tolerant -o dir",
                "replay app.jar x.schedule --debug",
                "replay --debug app.jar x.schedule",
                "replay --debug=0 app.jar x.schedule",
                "replay -m a.B.c app.jar --classpath lib/* x.schedule",
                "show x.schedule",
                "test app.jar -m ''",
            })
    void bothParsersAgreeOnWhatTheQuickOneAccepts(String line) {
        String[] words = line.split(" ");

        Arguments quick = QuickParser.parse(words);

        assertThat(quick).isNotNull().isEqualTo(FullParser.parse(out, words));
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "tset app.jar",
                "test",
                "test app.jar other.jar",
                "test app.jar -i",
                "test app.jar -i -q",
                "test app.jar -i5",
                "test app.jar --seed 1 --seed 2",
                "test app.jar -q=true",
                "test app.jar --unknown",
                "test app.jar --tolerant",
                "test app.jar --debug",
                "replay --debug 5006 app.jar x.schedule",
                "test app.jar -h",
                "test -- app.jar",
            })
    void theQuickParserLeavesUnusualLinesToTheFullOne(String line) {
        assertThat(QuickParser.parse(line.split(" "))).isNull();
    }

    @Test
    void theFullParserTakesShortOptionsWithTheirValueAttached() {
        Arguments arguments = FullParser.parse(out, "test", "app.jar", "-i5");

        assertThat(arguments).isNotNull();
        assertThat(arguments.integer(Option.ITERATIONS, 0)).isEqualTo(5);
    }

    @Test
    void aMistypedOptionIsAnsweredWithTheOneThatWasMeant() {
        assertThatThrownBy(() -> FullParser.parse(out, "test", "app.jar", "--itrations", "3"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--itrations")
                .hasMessageContaining("Did you mean --iterations?")
                .hasMessageEndingWith("jcoyote test --help");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheOneThatWasMeant() {
        assertThatThrownBy(() -> FullParser.parse(out, "tset", "app.jar"))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no command 'tset': choose one of test, show, replay, explain.");
    }

    @Test
    void aMissingParameterIsNamed() {
        assertThatThrownBy(() -> FullParser.parse(out, "replay", "app.jar"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("SCHEDULE");
    }

    @Test
    void noCommandPrintsTheHelpAndIsWrong() {
        String[] nothing = {};

        assertThatThrownBy(() -> FullParser.parse(out, nothing)).isInstanceOf(UsageException.class);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("replay", "Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "test --help", "replay -h", "show --help"})
    void helpFitsEightyColumns(String line) {
        assertThat(FullParser.parse(out, line.split(" "))).isNull();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void everyOptionIsInTheHelpOfItsCommand() {
        FullParser.parse(out, "test", "--help");

        for (Option option : Option.values()) {
            if (option.belongsTo(Command.TEST)) {
                assertThat(printed.toString(StandardCharsets.UTF_8)).contains(option.longName());
            }
        }
    }
}

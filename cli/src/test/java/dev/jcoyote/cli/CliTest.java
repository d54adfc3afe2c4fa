package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens before anything is explored; {@code CommandLineIT} has the rest. */
class CliTest {
    private final Printed printed = new Printed(false);

    @TempDir
    private Path folder;

    private String classes;

    @BeforeEach
    void compile() throws IOException {
        classes = Programs.compile(folder, List.of(), "a/A.java\npackage a; class A { void test() {} }")
                .toString();
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(run("--version")).isZero();
        assertThat(printed.out()).isEqualTo(Version.line() + "\n");
        assertThat(run("-V")).isZero();
    }

    @Test
    void helpIsFine() {
        assertThat(run("--help")).isZero();
        assertThat(printed.out()).contains("test", "replay", "show");
    }

    @Test
    void wrongUseGivesOneMessageAndExitCodeOne() {
        assertWrong("--wrong", "Unknown option");
        assertWrong("test", "PROGRAM");
    }

    @Test
    void wrongValuesAreRefusedBeforeAnythingRuns() {
        assertWrongTest("at least 1, but is 0", "-i", "0");
        assertWrongTest("at least 1, but is -5", "-i", "-5");
        assertWrongTest("takes a whole number", "-i", "ten");
        assertWrongTest("positive number of seconds", "-t", "0");
        assertWrongTest("depth must be at least 1", "--depth", "0");
        assertWrongTest("at least 1", "--max-steps", "0");
        assertWrongTest("There is no strategy \"pctt\"; choose one of pct", "-s", "pctt");
        assertWrongTest("learned", "-s", "pct", "--learned", "rubbish");
        assertWrongTest("add --seed N", "--execution", "3");
        assertWrongTest("at least 1", "--execution", "0", "--seed", "1");
        assertWrongTest("Both -v and -q", "-v", "-q");
        assertWrongTest("There is no nowhere", "-cp", "nowhere");
        assertWrongTest("a number from 1 to 64, but was given as 0", "--workers", "0");
        assertWrongTest("a number from 1 to 64, but was given as -1", "--workers", "-1");
        assertWrongTest("a number from 1 to 64, but was given as 65", "--workers", "65");
        assertWrongTest("--workers takes a whole number, but was given 'x'", "--workers", "x");
        assertWrongTest("leave out --workers", "--workers", "2", "--execution", "3", "--seed", "1");
    }

    @Test
    void foldersThatCannotBeWrittenAreRefusedBeforeAnythingRuns() throws IOException {
        String file = Files.writeString(folder.resolve("file"), "").toString();

        assertWrongTest("Cannot write to the directory", "-o", file);
        assertWrongTest("Cannot write", "--json", file + "/x.json");
    }

    @Test
    void anUnknownMethodListsWhatThereIs() {
        assertWrong("test", classes, "-m", "tset", "a.A.test");
    }

    @Test
    void anErrorIsWrittenAsJsonToo() throws IOException {
        Path json = folder.resolve("x.json");

        assertThat(run("test", classes, "-m", "tset", "--json", json.toString(), "-o", out()))
                .isEqualTo(1);

        assertThat(JsonParser.parseString(Files.readString(json))
                        .getAsJsonObject()
                        .get("verdict")
                        .getAsString())
                .isEqualTo("ERROR");
    }

    @Test
    void unreadableSchedulesAreRefused() throws IOException {
        Schedule schedule = Reports.schedule(Schedule.TEST, "a.A.test");
        String text = ScheduleFormat.write(schedule);
        Path foreign = Files.writeString(folder.resolve("foreign.schedule"), "<xml/>\n");
        Path cut = Files.writeString(folder.resolve("cut.schedule"), text.substring(0, text.length() / 2));
        Path newer = Files.writeString(
                folder.resolve("newer.schedule"), text.replace("jcoyote-schedule 1", "jcoyote-schedule 99"));
        Path empty = Files.writeString(folder.resolve("empty.schedule"), "");

        Path none = Files.createDirectory(folder.resolve("none"));

        for (Path file : List.of(foreign, cut, newer, empty, folder.resolve("missing.schedule"), none)) {
            assertWrong("replay", classes, file.toString(), file.toString());
            assertWrong("show", file.toString(), file.toString());
        }
    }

    @Test
    void aScheduleWithoutATestAsksForTheMethod() throws IOException {
        Path file = Files.writeString(folder.resolve("x.schedule"), ScheduleFormat.write(Reports.schedule()));

        assertWrong("replay", classes, file.toString(), "add --method NAME");
    }

    @Test
    void aScheduleWithoutTheSettingsOfAReplayIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.schedule"), ScheduleFormat.write(Reports.schedule(Schedule.TEST, "a.A.test")));

        assertWrong("replay", classes, file.toString(), "cannot be replayed");
    }

    @Test
    void aScheduleIsShownForReading() throws IOException {
        Path file = folder.resolve("x.schedule");
        Files.writeString(
                file,
                ScheduleFormat.write(Reports.schedule(
                        Schedule.TEST, "a.Account.test", Schedule.SEED, "42", Schedule.FAILURE, "deadlock: x")));

        assertThat(run("show", file.toString())).isZero();

        assertThat(printed.out()).isEqualTo("""
                        Schedule %s
                          test     a.Account.test
                          seed     42
                          failure  deadlock: x

                        2 decisions, one a line: step, thread, operation, site
                           3  main.1  CALL Map.put at a.Account.add:12
                          10  main    NOTIFY at a.Account.close:31, wakes waiter 2 of 3
                        """.formatted(file));
    }

    @Test
    void anErrorOfTheToolSaysWhereItsStackTraceIs() throws IOException {
        Printed failure = new Printed(false);

        CrashReport.print(
                new IllegalStateException("outer", new IOException("inner")),
                false,
                failure.terminal().err());

        assertThat(failure.err()).startsWith("""
                        jcoyote: internal error: java.lang.IllegalStateException: outer
                          caused by: java.io.IOException: inner
                        The stack trace is in \
                        """).contains("Please report it");
        String file = failure.err().replaceAll("(?s).*stack trace is in (.*?)\\.\\n.*", "$1");
        assertThat(Path.of(file)).content().contains("Caused by: java.io.IOException: inner");
        Files.delete(Path.of(file));
    }

    /** The last word is what the error must say. */
    private void assertWrong(String... lineAndMessage) {
        Printed now = new Printed(false);
        String[] line = Arrays.copyOf(lineAndMessage, lineAndMessage.length - 1);

        assertThat(new Cli(now.terminal()).run(line)).isEqualTo(1);

        assertThat(now.err()).startsWith("jcoyote: ").contains(lineAndMessage[lineAndMessage.length - 1]);
        assertThat(now.err()).doesNotContain("\tat ");
    }

    private void assertWrongTest(String message, String... options) {
        Printed now = new Printed(false);
        List<String> line = new ArrayList<>(List.of("test", classes, "-m", "A.test"));
        if (!List.of(options).contains("-o")) {
            line.addAll(List.of("-o", out()));
        }
        line.addAll(List.of(options));

        assertThat(new Cli(now.terminal()).run(line.toArray(new String[0]))).isEqualTo(1);

        assertThat(now.err()).startsWith("jcoyote: ").contains(message);
        assertThat(now.out()).isEmpty();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private int run(String... line) {
        return new Cli(printed.terminal()).run(line);
    }
}

package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules that are kept while the program is edited, as users replay them. */
class CorpusIT {
    private static final String ACCOUNT = """
            a/Account.java
            package a;
            import java.util.concurrent.atomic.*;
            public class Account {
                final AtomicInteger balance = new AtomicInteger();
                void deposit() { balance.set(balance.get() + 1); }
                public void twoDeposits() throws Exception {
                    Thread other = new Thread(() -> deposit());
                    other.start();
                    deposit();
                    other.join();
                    if (balance.get() != 2) throw new AssertionError("balance is " + balance.get());
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void record() throws Exception {
        classes = Programs.compile(folder, List.of(), ACCOUNT);
        CommandRun.run(
                        folder,
                        "test",
                        classes.toString(),
                        "-m",
                        "twoDeposits",
                        "--seed",
                        "7",
                        "--explore",
                        "-i",
                        "40",
                        "-o",
                        "kept")
                .close();
        // Whether there is a simpler form depends on how long looking for it takes.
        Files.deleteIfExists(folder.resolve("kept/twoDeposits_0.min.schedule"));
        for (int i = 2; i < 20; i++) {
            Files.deleteIfExists(schedule(i));
        }
        assertThat(schedule(0)).exists();
        assertThat(schedule(1)).exists();
    }

    private Path schedule(int number) {
        return folder.resolve("kept/twoDeposits_" + number + ".schedule");
    }

    private void edit(String... fromTo) throws IOException {
        String source = ACCOUNT;
        for (int i = 0; i < fromTo.length; i += 2) {
            assertThat(source).contains(fromTo[i]);
            source = source.replace(fromTo[i], fromTo[i + 1]);
        }
        classes = Programs.compile(folder, List.of(), source);
    }

    private CommandRun replay(String schedules, String... options) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("replay", classes.toString(), schedules));
        line.addAll(Arrays.asList(options));
        return CommandRun.run(folder, line.toArray(new String[0]));
    }

    @Test
    void linesThatHaveMovedAreNoDifference() throws Exception {
        edit(
                "    void deposit() {",
                "    // One line more,\n    Runnable log = () -> {};\n    // and two.\n    void deposit() {\n",
                "    public void two",
                "\n\n\n    public void two");

        try (CommandRun replay = replay("kept/twoDeposits_0.schedule")) {
            assertThat(replay.out()).doesNotContain("Diverged").endsWith("FAILED: reproduced the recorded failure.\n");
            assertThat(replay.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void aMethodThatWasRenamedIsSaid() throws Exception {
        edit("deposit()", "payIn()");

        try (CommandRun strict = replay("kept/twoDeposits_0.schedule")) {
            assertThat(strict.exitCode()).isEqualTo(1);
            assertThat(strict.out()).contains("Diverged: ");
        }
        try (CommandRun tolerant = replay("kept/twoDeposits_0.schedule", "--tolerant")) {
            assertThat(tolerant.exitCode()).isEqualTo(2);
            assertThat(tolerant.out())
                    .contains("Followed: all ")
                    .contains("Account.payIn")
                    .endsWith("FAILED: reproduced the recorded failure.\n");
        }
    }

    @Test
    void eachScheduleOfAFolderHasALineWithWhatItStillShows() throws Exception {
        try (CommandRun before = replay("kept", "-q")) {
            assertThat(before.exitCode()).isEqualTo(2);
            assertThat(before.out()).isEqualTo("""
                            ..... twoDeposits_0.schedule: still fails (all 4 decisions applied)
                            ..... twoDeposits_1.schedule: still fails (all 4 decisions applied)
                            FAILED: 2 schedules still fail.
                            """);
        }
        edit("void deposit()", "synchronized void deposit()");
        Path json = folder.resolve("x.json");
        try (CommandRun fixed = replay("kept", "--json", json.toString())) {
            assertThat(fixed.err()).isEmpty();
            assertThat(fixed.exitCode()).isZero();
            assertThat(fixed.out())
                    .startsWith(". Testing " + classes + "\n... Replaying 2 schedules of kept\n"
                            + "..... twoDeposits_0.schedule: passes (")
                    .endsWith("\nPASSED: 2 schedules pass.\n");
        }
        JsonObject result = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
        JsonArray replays = result.getAsJsonArray("replays");
        assertThat(result.get("verdict").getAsString()).isEqualTo("PASSED");
        assertThat(replays).hasSize(2);
        JsonObject first = replays.get(0).getAsJsonObject();
        assertThat(first.get("schedule").getAsString()).isEqualTo("kept/twoDeposits_0.schedule");
        assertThat(first.get("category").getAsString()).isEqualTo("passes");
        assertThat(first.get("decisions").getAsInt()).isEqualTo(4);
    }

    @Test
    void codeThatIsGoneIsNamed() throws Exception {
        edit("balance.set(balance.get() + 1)", "balance.incrementAndGet()");

        try (CommandRun replay = replay("kept", "-v")) {
            assertThat(replay.exitCode()).isZero();
            assertThat(replay.out().replaceAll("\\s+", " "))
                    .contains("twoDeposits_0.schedule: no longer applies (")
                    .containsPattern("step \\d+ call AtomicInteger.get \\(Account.java:\\d+\\) is gone");
            assertThat(replay.out()).endsWith("INCOMPLETE: 2 schedules no longer apply.\n");
        }
    }

    @Test
    void anotherFailureIsSaidToBeAnother() throws Exception {
        edit("balance.set(balance.get() + 1);", "balance.set(balance.get() + 1); throw new IllegalStateException();");

        try (CommandRun replay = replay("kept")) {
            assertThat(replay.exitCode()).isEqualTo(2);
            assertThat(replay.out())
                    .contains("twoDeposits_0.schedule: fails otherwise (exception: java.lang.IllegalStateException")
                    .endsWith("FAILED: 2 schedules fail otherwise.\n");
        }
    }

    @Test
    void damagedFilesAndThoseOfOtherProgramsAreNamedAndTheOthersReplayed() throws Exception {
        edit("void deposit()", "synchronized void deposit()");
        String text = Files.readString(schedule(0));
        Files.writeString(folder.resolve("kept/a_cut.schedule"), text.substring(0, text.length() / 2));
        Files.writeString(
                folder.resolve("kept/b_other.schedule"),
                text.replace("a.Account.twoDeposits", "b.Bank.transfers").replaceAll("(?m)^end (\\d+) .*$", "end $1"));

        try (CommandRun replay = replay("kept")) {
            assertThat(replay.exitCode()).isEqualTo(1);
            assertThat(replay.out())
                    .contains("..... a_cut.schedule: cannot be replayed (")
                    .contains("it was cut off")
                    .contains("..... b_other.schedule: cannot be replayed (There is no method 'b.Bank.transfers' in ")
                    .contains("..... twoDeposits_0.schedule: passes (")
                    .endsWith("INCOMPLETE: 2 schedules pass, 2 cannot be replayed.\n");
        }
    }

    @Test
    void aFailureIsABugWhateverElseCannotBeReplayed() throws Exception {
        Files.writeString(folder.resolve("kept/a_cut.schedule"), "no schedule");

        try (CommandRun replay = replay("kept")) {
            assertThat(replay.exitCode()).isEqualTo(2);
            assertThat(replay.out()).endsWith("FAILED: 2 schedules still fail, 1 cannot be replayed.\n");
        }
    }

    @Test
    void foldersWithNothingInThemAreRefused() throws Exception {
        Files.createDirectory(folder.resolve("empty"));

        try (CommandRun empty = replay("empty");
                CommandRun missing = replay("missing");
                CommandRun debugged = replay("kept", "--debug")) {
            assertThat(empty.exitCode()).isEqualTo(1);
            assertThat(empty.err()).startsWith("jcoyote: The folder empty has no schedule in it.");
            assertThat(missing.exitCode()).isEqualTo(1);
            assertThat(missing.err()).startsWith("jcoyote: There is no file or folder missing.");
            assertThat(debugged.exitCode()).isEqualTo(1);
            assertThat(debugged.err()).startsWith("jcoyote: --debug follows one schedule, but kept is a folder.");
        }
    }
}

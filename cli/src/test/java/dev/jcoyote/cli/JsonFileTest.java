package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jcoyote.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {
    @TempDir
    private Path folder;

    @Test
    void theResultHasAllFields() throws IOException {
        prepare(folder.resolve("new/result.json")).write(Reports.failed(), Reports.TIMES);

        assertThat(Files.readString(folder.resolve("new/result.json")).replace(File.separator, "/"))
                .isEqualTo("""
                        {
                          "schemaVersion": 1,
                          "verdict": "FAILED",
                          "test": "a.Account.test",
                          "engine": "platform",
                          "engineReason": "it was asked for",
                          "strategy": "portfolio",
                          "seed": 1792470991,
                          "jdk": "17.0.15",
                          "workers": 1,
                          "executions": 12,
                          "buggyExecutions": 1,
                          "skippedExecutions": 0,
                          "firstFailure": 12,
                          "schedulingPoints": {
                            "min": 6,
                            "avg": 20,
                            "max": 66
                          },
                          "switches": {
                            "min": 1,
                            "avg": 4,
                            "max": 11
                          },
                          "timedWaits": 0,
                          "timedWaitsThatNeverFired": 0,
                          "startupSeconds": 0.31,
                          "elapsedSeconds": 0.43,
                          "bugs": [
                            {
                              "kind": "deadlock",
                              "message": "main waits for main.1",
                              "execution": 12,
                              "schedule": "out/test_0.schedule",
                              "report": "out/test_0.txt",
                              "minimized": null,
                              "cause": null
                            }
                          ],
                          "warnings": [],
                          "search": {
                            "countedExecutions": 0,
                            "graphs": 0,
                            "lastExecutions": 0,
                            "newGraphsInLastExecutions": 0,
                            "unseenProbability": 0.0,
                            "conflictingLines": 0,
                            "conflictingLinesInBothOrders": 0,
                            "pct": null
                          },
                          "verification": null,
                          "races": [],
                          "replays": []
                        }
                        """);
    }

    @Test
    void fieldsWithoutAValueAreNull() throws IOException {
        Path file = folder.resolve("result.json");

        prepare(file).write(Reports.report(Verdict.PASSED, 5, List.of(), List.of("w"), null), Reports.TIMES);

        JsonObject json = read(file);
        assertThat(json.get("firstFailure").isJsonNull()).isTrue();
        assertThat(json.getAsJsonArray("warnings").get(0).getAsString()).isEqualTo("w");
    }

    @Test
    void anErrorHasTheSameFields() throws IOException {
        Path file = folder.resolve("result.json");
        Arguments arguments = arguments(file);
        prepare(file).write(Reports.failed(), Reports.TIMES);
        List<String> fields = List.copyOf(read(file).keySet());

        prepare(file).writeError(arguments, "what went wrong");

        JsonObject json = read(file);
        assertThat(json.keySet()).containsExactlyElementsOf(fields);
        assertThat(json.get("verdict").getAsString()).isEqualTo("ERROR");
        assertThat(json.getAsJsonArray("warnings").get(0).getAsString()).isEqualTo("what went wrong");
    }

    @Test
    void aPathThatCannotBeWrittenIsRefusedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> prepare(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Cannot write " + folder)
                .hasMessageContaining("--json");
        assertThatThrownBy(() -> prepare(file.resolve("result.json"))).isInstanceOf(UsageException.class);
    }

    private static JsonObject read(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private static JsonFile prepare(Path file) {
        return JsonFile.prepare(arguments(file));
    }

    private static Arguments arguments(Path file) {
        Arguments arguments = new Arguments(Command.TEST);
        arguments.add(Option.JSON, file.toString());
        return arguments;
    }
}

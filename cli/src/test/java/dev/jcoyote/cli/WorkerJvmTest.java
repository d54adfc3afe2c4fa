package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerJvmTest {
    @Test
    void aWorkerGetsWhatChangesExecutionsAndNothingElse() {
        List<String> line = line(
                "test app.jar -m test -i 50 -t 9 --workers 2 -s pct --depth 4 --explore --class-path=-odd.jar --jvm-arg -Xmx1g"
                        + " --json x -q");

        Arguments arguments = QuickParser.parse(line.toArray(new String[0]));

        assertThat(arguments).isNotNull();
        assertThat(arguments.parameters()).containsExactly("app.jar");
        assertThat(arguments.text(Option.METHOD)).isEqualTo("a.A.test");
        assertThat(arguments.text(Option.SEED)).isEqualTo("-7");
        assertThat(arguments.text(Option.OUTPUT))
                .isEqualTo(Path.of("out", ".worker-1").toString());
        assertThat(arguments.text(Option.STRATEGY)).isEqualTo("pct");
        assertThat(arguments.text(Option.DEPTH)).isEqualTo("4");
        assertThat(arguments.text(Option.CLASS_PATH)).isEqualTo("-odd.jar");
        assertThat(arguments.has(Option.EXPLORE)).isTrue();
        for (Option option : List.of(
                Option.ITERATIONS, Option.TIMEOUT, Option.WORKERS, Option.JVM_ARGUMENT, Option.JSON, Option.QUIET)) {
            assertThat(arguments.has(option)).as("%s", option).isFalse();
        }
    }

    @Test
    void aDebuggerIsSeenInTheArgumentsOfTheJvm() {
        assertThat(jvm("test app.jar").isDebuggable()).isFalse();
        assertThat(jvm("test app.jar --jvm-arg -agentlib:jdwp=transport=dt_socket")
                        .isDebuggable())
                .isTrue();
    }

    private static List<String> line(String given) {
        return jvm(given).line(Path.of("out", ".worker-1"));
    }

    private static WorkerJvm jvm(String given) {
        Arguments arguments = QuickParser.parse(given.split(" "));
        assertThat(arguments).isNotNull();
        return new WorkerJvm(arguments, "a.A.test", -7);
    }
}

package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded to explain a failure is the same in every run, and changes none. */
class ExplainedDigestTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** It looks at all threads of the JVM, and the engines have different ones. */
    private static final String SEES_THE_ENGINE = "theStackOfASuspendedThreadIsThatOfItsProgram";

    @Test
    void namesAndValuesAreTheSameInEveryJvmAndChangeNoExecution(@TempDir Path folder) throws Exception {
        List<String> engines = Installation.engines().toList();
        List<ChildJvm> children = new ArrayList<>();
        for (String engine : List.of(engines.get(0), engines.get(engines.size() - 1))) {
            Path output = folder.resolve(engine + children.size());
            children.add(new ChildJvm(output, List.of("-Dscenarios.engine=" + engine), ExplainedDigest.class));
        }
        List<String> first = lines(children.get(0)).toList();
        assertThat(first)
                .isNotEmpty()
                .noneMatch(line -> line.contains("was changed") || line.contains("is the name of two"));
        assertThat(lines(children.get(1))).containsExactlyElementsOf(first);
    }

    private static Stream<String> lines(ChildJvm child) throws Exception {
        return child.lines(LIMIT).stream().filter(line -> !line.contains(SEES_THE_ENGINE));
    }
}

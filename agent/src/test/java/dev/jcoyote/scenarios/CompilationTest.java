package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that was rewritten can be compiled: the compilers refuse monitors that do not pair on every way out. */
class CompilationTest {
    private static final List<String> METHODS = List.of(
            "Shapes::inMethod ",
            "Shapes::inStaticMethod ",
            "Shapes::inMethodWithBlock ",
            "Shapes::inBlock ",
            "Shapes::inNestedBlocks ",
            "Shapes::inTheSameMonitorTwice ",
            "Shapes::inLoop ",
            "Shapes::inBlockWithReturn ",
            "Shapes::inFinally ",
            "Shapes::inBlockAroundCatch ",
            "Shapes::inCatchAroundBlock ",
            "Shapes::inWait ",
            "Shapes::lambda$lambda$0 ",
            "Shapes::inReferredMethod ",
            "InConstructor::<init> ");

    /** The client compiler at each of its levels, and the server compiler. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:TieredStopAtLevel=1",
                "-XX:TieredStopAtLevel=2",
                "-XX:TieredStopAtLevel=3",
                "-XX:-TieredCompilation"
            })
    void eachCompilerTakesMethodsWithMonitors(String compiler, @TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> lines = new ChildJvm(
                        folder.resolve("output"),
                        List.of(compiler, "-Xbatch", "-XX:+PrintCompilation"),
                        HotMonitors.class)
                .lines(Duration.ofMinutes(2));
        List<String> printed =
                lines.stream().filter(line -> line.contains("HotMonitors$")).toList();

        assertThat(lines).anyMatch(line -> line.contains("the program has ended with "));
        assertThat(printed).noneMatch(line -> line.contains("COMPILE SKIPPED") || line.contains("not compilable"));
        for (String method : METHODS) {
            assertThat(printed).as(method).anyMatch(line -> line.contains(method));
        }
    }
}

package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
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
    @Timeout(120)
    void eachCompilerTakesMethodsWithMonitors(String compiler) throws IOException, InterruptedException {
        List<String> printed = printed(compiler)
                .lines()
                .filter(line -> line.contains("HotMonitors$"))
                .toList();

        assertThat(printed).noneMatch(line -> line.contains("COMPILE SKIPPED") || line.contains("not compilable"));
        for (String method : METHODS) {
            assertThat(printed).as(method).anyMatch(line -> line.contains(method));
        }
    }

    private static String printed(String compiler) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        compiler,
                        "-Xbatch",
                        "-XX:+PrintCompilation",
                        "-Djdk.attach.allowAttachSelf=true",
                        "-XX:+EnableDynamicAgentLoading",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HotMonitors.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(printed).contains("the program has ended with ");
        return printed;
    }
}

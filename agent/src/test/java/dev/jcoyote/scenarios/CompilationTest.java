package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code that was rewritten can be compiled: the compilers refuse monitors that do not pair on every way out. */
class CompilationTest {
    @Test
    @Timeout(120)
    void theOptimizingCompilerTakesMethodsWithMonitors() throws IOException, InterruptedException {
        List<String> compiled = printed()
                .lines()
                .filter(line -> line.matches(".*HotMonitors\\$Counters::in.*"))
                .toList();

        for (String method : List.of("::inMethod", "::inBlock", "::inStaticMethod")) {
            assertThat(compiled).as(method).anySatisfy(line -> assertThat(line).contains(method));
        }
        assertThat(compiled).noneSatisfy(line -> assertThat(line).contains("COMPILE SKIPPED"));
    }

    private static String printed() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-TieredCompilation",
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
        assertThat(printed).contains("900000");
        return printed;
    }
}

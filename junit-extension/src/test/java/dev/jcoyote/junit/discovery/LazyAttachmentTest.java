package dev.jcoyote.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In JVMs of their own, whether the agent is loaded is seen from the classes that the JVM loads. */
@Timeout(60)
class LazyAttachmentTest {
    private static final String AGENT = "dev.jcoyote.agent.JcoyoteAgent ";
    private static final String SYSTEMATIC = "class Race { @SystematicTest(iterations = 1) void f() {} }";

    @TempDir
    private Path classes;

    @BeforeEach
    void compile() {
        CompiledSources.compile(
                classes,
                "Main",
                "import org.junit.platform.engine.discovery.DiscoverySelectors;"
                        + " import org.junit.platform.launcher.*; import org.junit.platform.launcher.core.*;"
                        + " public class Main { public static void main(String[] names) {"
                        + " try (LauncherSession session = LauncherFactory.openSession()) {"
                        + " session.getLauncher().execute(LauncherDiscoveryRequestBuilder.request()"
                        + " .selectors(DiscoverySelectors.selectClass(names[0])).build());"
                        + " } System.out.println(\"over\"); } }");
        CompiledSources.compile(
                classes, "Plain", "class Plain { @Test void f() { System.out.println(\"plain ran\"); } }");
    }

    @Test
    void whereThereIsNoSystematicTestTheAgentIsNotLoaded() throws Exception {
        assertThat(run("p.Plain", classes)).contains("plain ran", "over").doesNotContain(AGENT);
    }

    @Test
    void whereThereIsOneTheAgentIsLoadedBeforeTheTestClass() throws Exception {
        CompiledSources.compile(classes, "Race", SYSTEMATIC);

        String printed = run("p.Race", classes);

        assertThat(printed).contains("over").containsSubsequence(AGENT, "p.Race source");
    }

    @Test
    void aSystematicTestInAJarLoadsTheAgentWhenItRuns(@TempDir Path folder) throws Exception {
        CompiledSources.compile(folder, "Race", SYSTEMATIC);
        Path jar = folder.resolve("tests.jar");
        try (JarOutputStream written = new JarOutputStream(Files.newOutputStream(jar))) {
            written.putNextEntry(new JarEntry("p/Race.class"));
            written.write(Files.readAllBytes(folder.resolve("p/Race.class")));
        }

        assertThat(run("p.Race", classes, jar)).contains("over").containsSubsequence("p.Race source", AGENT);
    }

    private static String run(String test, Path... places) throws IOException, InterruptedException {
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        String own = Arrays.stream(places).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        own + File.pathSeparator + libraries,
                        "p.Main",
                        test))
                .redirectErrorStream(true)
                .start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return printed;
    }
}

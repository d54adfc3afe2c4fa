package dev.jcoyote.cli;

import static com.sun.jdi.ObjectReference.INVOKE_SINGLE_THREADED;
import static com.sun.jdi.request.EventRequest.SUSPEND_EVENT_THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JUnit test that an IDE debugs: with a schedule it stops in both racing threads, and fails as it was recorded. */
class JUnitDebuggerIT {
    private static final String TEST = """
            a/CounterTest.java
            package a;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import dev.jcoyote.junit.SystematicTest;
            import java.util.concurrent.atomic.AtomicInteger;
            class CounterTest {
                private final AtomicInteger counter = new AtomicInteger();

                private void increment() {
                    int seen = counter.get();
                    counter.set(seen + 1); // racing
                }

                @Override
                public synchronized String toString() { return "counter " + counter.get(); }

                @SystematicTest
                void bothIncrementsCount() throws InterruptedException {
                    Thread other = new Thread(this::increment, "other");
                    other.start();
                    increment();
                    other.join();
                    assertEquals(2, counter.get());
                }
            }
            """;

    private static final String LAUNCH = """
            a/Launch.java
            package a;
            import org.junit.platform.engine.TestExecutionResult;
            import org.junit.platform.engine.discovery.DiscoverySelectors;
            import org.junit.platform.launcher.*;
            import org.junit.platform.launcher.core.*;
            public class Launch {
                public static void main(String[] arguments) {
                    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectClass("a.CounterTest"))
                            .build();
                    try (LauncherSession session = LauncherFactory.openSession()) {
                        session.getLauncher().execute(request, new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (test.isTest()) {
                                    System.out.println(result.getStatus() + " "
                                            + result.getThrowable().map(Throwable::getMessage).orElse(""));
                                }
                            }
                        });
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aReplayedTestStopsInBothThreadsAndFailsAsItDid() throws Exception {
        Path junit = Path.of(System.getProperty("jcoyote.junit.jar"));
        List<Path> path = new ArrayList<>(List.of(junit));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Path.of(entry));
        }
        path.add(0, Programs.compile(folder, path, TEST, LAUNCH));
        try (CommandRun run = CommandRun.startJvm(folder, options(path), "a.Launch")) {
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).contains("FAILED").contains("expected: <2> but was: <1>");
        }
        List<String> debugged = options(path);
        debugged.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0");
        debugged.add("-Djcoyote.replay=" + schedule());
        try (CommandRun run = CommandRun.startJvm(folder, debugged, "a.Launch");
                Debuggee debuggee = Debuggee.attach(run.debugPort(), SUSPEND_EVENT_THREAD)) {
            debuggee.breakAt("a.CounterTest", EvaluatedProgram.line(TEST, "racing"));
            List<String> stops = new ArrayList<>();
            for (ThreadReference thread = debuggee.goOn(); thread != null; thread = debuggee.goOn()) {
                ObjectReference test = Debuggee.self(thread);
                assertThat(debuggee.evaluate(thread, test, "toString", INVOKE_SINGLE_THREADED))
                        .isEqualTo("counter 0");
                stops.add(thread.name() + " " + Debuggee.local(thread, "seen"));
            }
            assertThat(stops).containsExactlyInAnyOrder("main 0", "other 0");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("FAILED")
                    .contains("expected: <2> but was: <1>")
                    .doesNotContain("diverge");
        }
    }

    private List<String> options(List<Path> path) {
        return new ArrayList<>(List.of(
                "-Djdk.attach.allowAttachSelf=true",
                "-XX:+EnableDynamicAgentLoading",
                "-Djcoyote.output=" + folder.resolve("out"),
                "-cp",
                String.join(
                        File.pathSeparator, path.stream().map(Path::toString).toList())));
    }

    private Path schedule() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            return files.filter(file -> file.toString().endsWith(".schedule"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

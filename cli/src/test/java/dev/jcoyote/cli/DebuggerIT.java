package dev.jcoyote.cli;

import static com.sun.jdi.request.EventRequest.SUSPEND_ALL;
import static com.sun.jdi.request.EventRequest.SUSPEND_EVENT_THREAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.request.StepRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code replay --debug}: a debugger stops the recorded execution where it likes, and it fails as it did. */
class DebuggerIT {
    private static final String SOURCE = """
            a/Counter.java
            package a;
            import java.util.concurrent.atomic.AtomicInteger;
            public class Counter {
                private final AtomicInteger count = new AtomicInteger();

                void increment() {
                    int seen = count.get();
                    seen++;
                    count.set(seen); // racing
                    note(seen);
                    note(-seen);
                }

                synchronized void note(int value) {
                    if (value > 10) throw new IllegalStateException(); // inside
                }

                public void test() throws InterruptedException {
                    Thread one = new Thread(this::increment);
                    Thread two = new Thread(this::increment);
                    one.start();
                    two.start();
                    one.join();
                    two.join();
                    if (count.get() != 2) throw new AssertionError("counted " + count.get());
                }

                public void stuck() throws InterruptedException {
                    Object first = new Object();
                    Object second = new Object();
                    Thread other = new Thread(() -> both(second, first));
                    other.start();
                    both(first, second);
                    other.join();
                }

                private static void both(Object outer, Object inner) {
                    synchronized (outer) {
                        synchronized (inner) { // nested
                            outer.hashCode();
                        }
                    }
                }
            }
            """;

    private static final int RACING = EvaluatedProgram.line(SOURCE, "racing");
    private static final int INSIDE = EvaluatedProgram.line(SOURCE, "inside");
    private static final int NESTED = EvaluatedProgram.line(SOURCE, "nested");

    /** More than the watchdog and any grace would bear. */
    private static final long LONG_PAUSE_MILLIS = 11_000;

    @TempDir
    private static Path folder;

    private static String classes = "";

    @BeforeAll
    static void compileAndRecord() throws Exception {
        classes = Programs.compile(folder, List.of(), SOURCE).toString();
        for (String method : List.of("test", "stuck")) {
            try (CommandRun run = CommandRun.run(folder, "test", classes, "-m", method, "--seed", "1", "-o", "out")) {
                assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.BUG);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SUSPEND_ALL, SUSPEND_EVENT_THREAD})
    void bothThreadsStopInTheRacingLineWithTheSameValueAndTheFailureIsTheSame(int policy) throws Exception {
        try (CommandRun run = replay("test");
                Debuggee debuggee = Debuggee.attach(run.debugPort(), policy)) {
            debuggee.breakAt("a.Counter", RACING);
            List<String> seen = new ArrayList<>();
            for (ThreadReference thread = debuggee.goOn(); thread != null; thread = debuggee.goOn()) {
                seen.add(thread.name() + " " + Debuggee.local(thread, "seen"));
            }
            assertThat(seen).containsExactlyInAnyOrder("Thread-0 1", "Thread-1 1");
            reproduced(run);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SUSPEND_ALL, SUSPEND_EVENT_THREAD})
    void stepsGoThroughSchedulingPointsAndTheFailureIsTheSame(int policy) throws Exception {
        try (CommandRun run = replay("test");
                Debuggee debuggee = Debuggee.attach(run.debugPort(), policy)) {
            debuggee.breakAt("a.Counter", RACING);
            ThreadReference stopped = debuggee.goOn();
            assertThat(stopped).isNotNull();
            ThreadReference stepped = debuggee.step(stopped, StepRequest.STEP_OVER);
            // Other threads may run in between, and come to the breakpoint first.
            while (stepped != null && !stepped.equals(stopped)) {
                assertThat(Debuggee.place(stepped)).isEqualTo("increment:" + RACING);
                stepped = debuggee.goOn();
            }
            assertThat(stepped).isNotNull();
            assertThat(Debuggee.place(stepped)).isEqualTo("increment:" + (RACING + 1));
            stepped = debuggee.step(stepped, StepRequest.STEP_INTO);
            assertThat(stepped).isEqualTo(stopped);
            assertThat(Debuggee.place(stepped)).isEqualTo("note:" + INSIDE);
            stepped = debuggee.step(stepped, StepRequest.STEP_OUT);
            while (stepped != null) {
                stepped = debuggee.goOn();
            }
            reproduced(run);
        }
    }

    @Test
    void aPauseLongerThanTheWatchdogChangesNothing() throws Exception {
        try (CommandRun run = replay("test");
                Debuggee debuggee = Debuggee.attach(run.debugPort(), SUSPEND_EVENT_THREAD)) {
            debuggee.breakAt("a.Counter", RACING);
            ThreadReference thread = debuggee.goOn();
            assertThat(thread).isNotNull();
            TimeUnit.MILLISECONDS.sleep(LONG_PAUSE_MILLIS);
            while (thread != null) {
                thread = debuggee.goOn();
            }
            reproduced(run);
            assertThat(run.out()).doesNotContain("Left behind");
        }
    }

    @Test
    void aDeadlockIsOneUnderADebuggerToo() throws Exception {
        try (CommandRun run = replay("stuck");
                Debuggee debuggee = Debuggee.attach(run.debugPort(), SUSPEND_ALL)) {
            debuggee.breakAt("a.Counter", NESTED);
            int stops = 0;
            for (ThreadReference thread = debuggee.goOn(); thread != null; thread = debuggee.goOn()) {
                ObjectReference wanted = (ObjectReference) Debuggee.local(thread, "inner");
                assertThat(debuggee.evaluate(thread, wanted, "toString", 0)).startsWith("java.lang.Object@");
                stops++;
            }
            assertThat(stops).isEqualTo(2);
            reproduced(run);
            assertThat(run.out()).contains("deadlock");
        }
    }

    @Test
    void aPortInUseIsSaidBeforeAnythingRuns() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                CommandRun run = CommandRun.run(
                        folder, "replay", classes, "out/test_0.schedule", "--debug=" + other.getLocalPort())) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).startsWith("jcoyote: Port " + other.getLocalPort() + " cannot be used");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCEndsTheJvmThatWaits() throws Exception {
        assumeFalse(
                CommandRun.ignoresInterrupts(), "started in the background, where the shell switches the signal off");
        try (CommandRun run = replay("test")) {
            run.debugPort();
            ProcessHandle child = run.onlyChild();
            run.interrupt();

            assertThat(run.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(run.out()).startsWith("... Waiting for a debugger: attach it to localhost");
            child.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private static CommandRun replay(String method) throws Exception {
        return CommandRun.start(folder, List.of(), "replay", classes, "out/" + method + "_0.schedule", "--debug=0");
    }

    private static void reproduced(CommandRun run) throws InterruptedException {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.BUG);
        assertThat(run.out())
                .endsWith("FAILED: reproduced the recorded failure.\n")
                .contains("A debugger is present: the watchdog and the time limit are off.")
                .doesNotContain("diverge");
    }
}

package dev.jcoyote.cli;

import static com.sun.jdi.ObjectReference.INVOKE_SINGLE_THREADED;
import static com.sun.jdi.request.EventRequest.SUSPEND_ALL;
import static com.sun.jdi.request.EventRequest.SUSPEND_EVENT_THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a debugger evaluates on a stopped thread neither moves the schedule nor hangs. */
class EvaluationIT {
    private static final int LINE = EvaluatedProgram.line(EvaluatedProgram.SOURCE, "racing");

    /** What each method of an object gives whose monitor and locks are free. */
    private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

    static {
        ANSWERS.put("toString", "values 42");
        ANSWERS.put("guarded", "guarded0");
        ANSWERS.put("locked", "locked");
        ANSWERS.put("writeLocked", "write");
        ANSWERS.put("tried", "locked");
        ANSWERS.put("number", "number 42");
        ANSWERS.put("level", "level 7");
        ANSWERS.put("map", "{one=1}");
        ANSWERS.put("queue", "[first]");
        ANSWERS.put("done", "done false");
        ANSWERS.put("formatted", "42 of {one=1} and 7");
        ANSWERS.put("incremented", "level 7");
        ANSWERS.put("signals", "notified");
        ANSWERS.put("slept", "slept");
        ANSWERS.put("random", "random");
        ANSWERS.put("time", "stands");
    }

    @TempDir
    private static Path folder;

    private static String classes = "";
    private static String schedule = "";

    @BeforeAll
    static void record() throws Exception {
        classes = Programs.compile(folder, List.of(), EvaluatedProgram.SOURCE).toString();
        try (CommandRun run = CommandRun.run(folder, "test", classes, "-m", "test", "--seed", "1", "-o", "out")) {
            assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.BUG);
        }
        schedule = folder.resolve("out/test_0.schedule").toString();
    }

    @ParameterizedTest
    @CsvSource({
        SUSPEND_ALL + ",0",
        SUSPEND_ALL + "," + INVOKE_SINGLE_THREADED,
        SUSPEND_EVENT_THREAD + ",0",
        SUSPEND_EVENT_THREAD + "," + INVOKE_SINGLE_THREADED
    })
    void evaluationsAreAnsweredAndTheReplayFailsAsRecorded(int policy, int options) throws Exception {
        try (CommandRun run = start();
                Debuggee debuggee = Debuggee.attach(run.debugPort(), policy)) {
            debuggee.breakAt(EvaluatedProgram.CLASS, LINE);
            Set<String> threads = new HashSet<>();
            ThreadReference thread = debuggee.goOn();
            while (thread != null) {
                threads.add(thread.name());
                assertThat(Debuggee.local(thread, "seen")).hasToString("0");
                ObjectReference race = Debuggee.self(thread);
                ObjectReference free = Debuggee.field(race, "free");
                for (Map.Entry<String, String> answer : ANSWERS.entrySet()) {
                    assertThat(debuggee.evaluate(thread, free, answer.getKey(), options))
                            .as(answer.getKey())
                            .isEqualTo(answer.getValue());
                }
                assertThat(debuggee.evaluate(thread, free, "thread", options)).isEqualTo(thread.name() + " false");
                refusesToWait(debuggee, thread, Debuggee.field(race, "taken"), options);
                thread = debuggee.goOn();
            }
            assertThat(threads).hasSize(2);
            reproduced(run);
        }
    }

    private static void refusesToWait(Debuggee debuggee, ThreadReference thread, ObjectReference taken, int options)
            throws Exception {
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put("toString", "The monitor of Race.Values is held by Thread-0 (main.1);");
        refusals.put("guarded", "The monitor of Race.Values is held by Thread-0 (main.1);");
        refusals.put("locked", "ReentrantLock is held by Thread-0 (main.1);");
        refusals.put("tried", "ReentrantLock is held by Thread-0 (main.1);");
        refusals.put("writeLocked", "ReentrantReadWriteLock comes from another thread");
        refusals.put("joined", "comes from another thread");
        refusals.put("waits", "Nobody notifies AtomicInteger");
        refusals.put("spins", "What the evaluation spins for comes from another thread");
        for (Map.Entry<String, String> refusal : refusals.entrySet()) {
            assertThat(debuggee.evaluate(thread, taken, refusal.getKey(), options))
                    .as(refusal.getKey())
                    .startsWith("throws dev.jcoyote.control.EvaluationCannotWait: ")
                    .contains(refusal.getValue())
                    .contains("a debugger's evaluation cannot wait for it");
        }
        assertThat(debuggee.evaluate(thread, taken, "level", options)).isEqualTo("level 7");
    }

    @Test
    void aThreadThatAnEvaluationStartsRunsBesideTheExecution() throws Exception {
        try (CommandRun run = start();
                Debuggee debuggee = Debuggee.attach(run.debugPort(), SUSPEND_EVENT_THREAD)) {
            debuggee.breakAt(EvaluatedProgram.CLASS, LINE);
            ThreadReference thread = stop(debuggee);
            ObjectReference free = Debuggee.field(Debuggee.self(thread), "free");
            assertThat(debuggee.evaluate(thread, free, "starts", 0)).isEqualTo("level 8");
            while (thread != null) {
                thread = debuggee.goOn();
            }
            reproduced(run);
        }
    }

    @Test
    void anEvaluationThatWakesAThreadOfTheProgramIsToldOf() throws Exception {
        try (CommandRun run = start();
                Debuggee debuggee = Debuggee.attach(run.debugPort(), SUSPEND_ALL)) {
            debuggee.breakAt(EvaluatedProgram.CLASS, LINE);
            ThreadReference thread = stop(debuggee);
            ObjectReference release = Debuggee.field(Debuggee.self(thread), "release");
            debuggee.evaluate(thread, release, "countDown", 0);
            while (thread != null) {
                thread = debuggee.goOn();
            }
            run.exitCode();
            assertThat(run.out()).contains("A thread outside control acted on the test's threads: " + "Thread-");
        }
    }

    private static CommandRun start() throws Exception {
        return CommandRun.start(folder, List.of(), "replay", classes, schedule, "--debug=0");
    }

    private static ThreadReference stop(Debuggee debuggee) throws Exception {
        @Nullable ThreadReference thread = debuggee.goOn();
        assertThat(thread).isNotNull();
        return thread;
    }

    private static void reproduced(CommandRun run) throws InterruptedException {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.BUG);
        assertThat(run.out())
                .endsWith("FAILED: reproduced the recorded failure.\n")
                .contains("counted 1")
                .contains("A debugger is present: the watchdog and the time limit are off.")
                .doesNotContain("diverge")
                .doesNotContain("outside control acted");
    }
}

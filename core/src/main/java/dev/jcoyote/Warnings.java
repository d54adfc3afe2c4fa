package dev.jcoyote;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the reader of a verdict must know: each kind of doubt told once, with its number. */
final class Warnings {
    private static final int TOLD_OF_A_KIND = 5;

    private final Map<String, Integer> externalCalls = new LinkedHashMap<>();
    private final Map<String, Integer> outsideEvents = new LinkedHashMap<>();
    private final Map<String, Integer> wokenOutside = new LinkedHashMap<>();
    private final Map<String, Integer> leftOver = new LinkedHashMap<>();
    private final Map<String, Integer> leaked = new LinkedHashMap<>();
    private final Map<String, Integer> uninstrumented = new LinkedHashMap<>();
    private final Map<String, Integer> keptStatics = new LinkedHashMap<>();
    private final Map<String, Integer> unrenewed = new LinkedHashMap<>();
    private final Map<String, Integer> nondeterminism = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();
    private final FoundRaces races = new FoundRaces();
    private int maxSteps;
    private int fallBacks;
    private int pinned;
    private long allSteps;
    private int mostThreads;

    /** How much of an execution was under control at all. */
    void control(int steps, int threads) {
        allSteps += steps;
        mostThreads = Math.max(mostThreads, threads);
    }

    void external(Map<String, Integer> calls) {
        addAll(calls, externalCalls);
    }

    void outside(Map<String, Integer> events) {
        addAll(events, outsideEvents);
    }

    /** Threads that were there before the execution, and got work in it. */
    void wokenOutside(Map<String, Integer> threads) {
        addAll(threads, wokenOutside);
    }

    /** What keeps an exhaustive search from being complete; null if nothing does. */
    void shortfall(@Nullable String sentence) {
        if (sentence != null) {
            others.add(sentence);
        }
    }

    void uninstrumented(Collection<String> classes) {
        name(classes, uninstrumented);
    }

    /** Static fields that kept what executions had left there. */
    void keptStatics(Collection<String> fields) {
        name(fields, keptStatics);
    }

    /** Classes whose static state could not begin anew. */
    void unrenewed(Collection<String> classes) {
        name(classes, unrenewed);
    }

    void leftOver(String thread) {
        add(thread, 1, leftOver);
    }

    void leaked(Collection<String> threads) {
        for (String thread : threads) {
            add(thread, 1, leaked);
        }
    }

    /** How many threads did not end. */
    int leftBehind() {
        int sum = 0;
        for (int times : leaked.values()) {
            sum += times;
        }
        return sum;
    }

    void maxSteps(int limit) {
        maxSteps = limit;
    }

    void slow(int execution, Duration limit) {
        others.add("Execution " + execution + " made no progress for " + limit.toSeconds()
                + " s, but its replay did: it was cut off, and the exploration ended there.");
    }

    /** The execution was run twice with the same choices, and differed. */
    void nondeterministic(int execution, String difference) {
        nondeterminism.put(
                "Not deterministic: execution " + execution + " was run twice with the same choices, but not the same"
                        + " happened. " + difference
                        + ". A replay may not show what the exploration shows. Look for what"
                        + " the test keeps from one execution to the next, such as static fields and files, and for what"
                        + " is different each time it is asked.",
                1);
    }

    /** What {@link #nondeterministic} was told, each in one line. */
    List<String> nondeterminism() {
        return List.copyOf(nondeterminism.keySet());
    }

    /** A debugger may stop threads for as long as it likes. */
    void debugger() {
        others.add("A debugger is present: the watchdog and the time limit are off.");
    }

    /** Whether a thread waited in an execution where a fiber cannot be suspended. */
    void pinned(boolean wasPinned) {
        pinned += wasPinned ? 1 : 0;
    }

    /** So many executions did not fit the engine. */
    void fallBacks(int executions) {
        fallBacks += executions;
    }

    void unseeded(List<String> generators) {
        if (!generators.isEmpty()) {
            others.add("On this JDK these cannot be seeded: " + String.join(", ", generators)
                    + ". Runs of one seed may differ.");
        }
    }

    /** The data races. */
    FoundRaces races() {
        return races;
    }

    /** Something else that the reader must know. */
    void tell(String line) {
        others.add(line);
    }

    /** Adds what others have met, in executions that come later. */
    void add(Warnings later) {
        List<Map<String, Integer>> counts = counts();
        for (int i = 0; i < counts.size(); i++) {
            Map<String, Integer> sums = counts.get(i);
            addAll(later.counts().get(i), sums);
        }
        others.addAll(later.others);
        races.addAll(later.races);
        maxSteps = Math.max(maxSteps, later.maxSteps);
        fallBacks += later.fallBacks;
        pinned += later.pinned;
        control(0, later.mostThreads);
        allSteps += later.allSteps;
    }

    void writeTo(DataOutput out) throws IOException {
        for (Map<String, Integer> counts : counts()) {
            DataText.writeCounts(out, counts);
        }
        DataText.writeAll(out, others);
        races.writeTo(out);
        out.writeInt(maxSteps);
        out.writeInt(fallBacks);
        out.writeInt(pinned);
        out.writeLong(allSteps);
        out.writeInt(mostThreads);
    }

    static Warnings readFrom(DataInput in) throws IOException {
        Warnings warnings = new Warnings();
        for (Map<String, Integer> counts : warnings.counts()) {
            DataText.readCounts(in, counts);
        }
        warnings.others.addAll(DataText.readAll(in));
        warnings.races.readFrom(in);
        warnings.maxSteps = in.readInt();
        warnings.fallBacks = in.readInt();
        warnings.pinned = in.readInt();
        warnings.allSteps = in.readLong();
        warnings.mostThreads = in.readInt();
        return warnings;
    }

    /** All but the classes that are not instrumented: those are a JVM's, not an execution's. */
    private List<Map<String, Integer>> counts() {
        return List.of(externalCalls, outsideEvents, wokenOutside, leftOver, leaked, keptStatics, unrenewed);
    }

    /** Whether what was met forbids to call the test passed. */
    boolean areDoubtful() {
        return !outsideEvents.isEmpty()
                || !wokenOutside.isEmpty()
                || !externalCalls.isEmpty()
                || !uninstrumented.isEmpty();
    }

    List<String> lines(int executions, int incomplete, int skipped) {
        List<String> lines = new ArrayList<>(nondeterminism.keySet());
        lines.addAll(others);
        races.tell(lines);
        if (executions == 0) {
            lines.add("No execution was run.");
        } else if (executions == skipped) {
            lines.add("All " + executions + " executions were skipped: in none of them did Assume.that hold.");
        } else if (allSteps == 0) {
            lines.add("The test met no scheduling point: nothing in it was under control. Is its concurrent code"
                    + " excluded, or is there none?");
        } else if (mostThreads < 2) {
            lines.add("The test started no second thread: there was only one way to run it.");
        }
        if (fallBacks > 0) {
            lines.add((fallBacks == 1 ? "One execution was" : fallBacks + " executions were")
                    + " run again on platform threads: threads waited in them where fibers cannot, or shared monitors"
                    + " with threads outside control.");
        }
        if (pinned > 0) {
            lines.add("A thread waited inside a static initialiser or below native code " + times(pinned)
                    + ": there the others run on top of it, and do not wait for the initialiser.");
        }
        if (maxSteps > 0) {
            lines.add(incomplete + " executions were cut off after " + maxSteps
                    + " scheduling points; allow more with --max-steps, or call it a bug with --fail-on-max-steps"
                    + " (in JUnit: maxSteps, failOnMaxSteps).");
        }
        tell(lines, externalCalls, "Outside control: %s (%s). What it waits for is not explored.", Advice::of);
        tell(
                lines,
                outsideEvents,
                "A thread outside control acted on the test's threads: %s (%s). Start it in" + " the test.");
        tell(
                lines,
                wokenOutside,
                "A thread outside control got work from the test: %s (%s). It was there before the execution, and what it"
                        + " does is not explored. Create the pool or timer that it belongs to in the test, or in"
                        + " @BeforeEach.");
        tell(lines, uninstrumented, "Not instrumented: %s. Its operations are not under control.");
        if (!keptStatics.isEmpty()) {
            lines.add("Kept from one execution to the next: " + firstOf(keptStatics)
                    + ". The class was initialised before the first execution, or cannot be again. If what is kept"
                    + " matters, reset it at the beginning of the test.");
        }
        if (!unrenewed.isEmpty()) {
            lines.add("Static state that does not begin anew: " + firstOf(unrenewed) + ".");
        }
        tell(
                lines,
                leaked,
                "Left behind: %s did not end when its execution was over (%s). Let"
                        + " ExecutionAbandoned pass in catch blocks.");
        tell(lines, leftOver, "Still there at the end of an execution: %s (%s).");
        return lines;
    }

    private static String firstOf(Map<String, Integer> counts) {
        String first = counts.keySet().stream().limit(TOLD_OF_A_KIND).collect(Collectors.joining(", "));
        int more = counts.size() - TOLD_OF_A_KIND;
        return more <= 0 ? first : first + " and " + more + " more";
    }

    // Plain loops: lambdas would cost every start some milliseconds.

    private static void addAll(Map<String, Integer> counts, Map<String, Integer> sums) {
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            add(count.getKey(), count.getValue(), sums);
        }
    }

    private static void add(String what, int times, Map<String, Integer> sums) {
        Integer known = sums.get(what);
        sums.put(what, known == null ? times : known + times);
    }

    private static void name(Collection<String> all, Map<String, Integer> names) {
        for (String each : all) {
            names.put(each, 1);
        }
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    private static void tell(List<String> lines, Map<String, Integer> counts, String format) {
        tell(lines, counts, format, entry -> "");
    }

    private static void tell(
            List<String> lines, Map<String, Integer> counts, String format, UnaryOperator<String> advice) {
        int told = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (told++ == TOLD_OF_A_KIND) {
                lines.add("... and " + (counts.size() - TOLD_OF_A_KIND) + " more of that kind.");
                return;
            }
            lines.add(String.format(Locale.ROOT, format, entry.getKey(), times(entry.getValue()))
                    + advice.apply(entry.getKey()));
        }
    }
}

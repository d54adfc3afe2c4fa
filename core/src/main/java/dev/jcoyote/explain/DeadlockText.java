package dev.jcoyote.explain;

import dev.jcoyote.explain.WaitCycles.Link;
import dev.jcoyote.scheduler.ThreadSnapshot;
import dev.jcoyote.scheduler.Wait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a deadlock: who waits for whom in a circle, who waits for what no thread is left to do, and what to change. */
public final class DeadlockText {
    private DeadlockText() {}

    /** The deadlock in one line: the circles, or if there is none those that wait for what no one does. */
    public static String summary(List<ThreadSnapshot> threads) {
        WaitCycles cycles = WaitCycles.among(threads);
        if (!cycles.circles().isEmpty()) {
            return cycles.circles().stream().map(CircleText::summary).collect(Collectors.joining("; and "));
        }
        return Stream.concat(waiting(cycles.others()).stream(), cycles.kept().stream())
                .map(DeadlockText::inOneLine)
                .collect(Collectors.joining("; "));
    }

    /** Without the threads that have nothing to do, if there are others. */
    private static List<ThreadSnapshot> waiting(List<ThreadSnapshot> threads) {
        List<ThreadSnapshot> waiting =
                threads.stream().filter(thread -> !isIdle(thread.waitsFor())).toList();
        return waiting.isEmpty() ? threads : waiting;
    }

    private static boolean isIdle(@Nullable Wait wait) {
        return wait == null || wait.kind() == Wait.Kind.WORK;
    }

    private static String inOneLine(ThreadSnapshot thread) {
        Wait wait = thread.waitsFor();
        String text = thread.label() + " " + thread.state();
        if (wait == null || wait.holders().isEmpty() || wait.kind() == Wait.Kind.END) {
            return text;
        }
        String holders = wait.holders().stream()
                .map(holder -> holder.label() + (holder.ended() ? ", which has ended" : ""))
                .collect(Collectors.joining(", "));
        return text + ", held by " + holders;
    }

    /** The circles drawn, then those that wait for something else, each with what would help, then those that follow. */
    static String details(List<ThreadSnapshot> threads, WaitText waits) {
        WaitCycles cycles = WaitCycles.among(threads);
        StringBuilder text = new StringBuilder();
        for (List<Link> circle : cycles.circles()) {
            text.append(CircleText.details(circle)).append('\n');
        }
        Map<String, List<ThreadSnapshot>> alike = new LinkedHashMap<>();
        cycles.others()
                .forEach(thread -> alike.computeIfAbsent(what(thread), key -> new ArrayList<>())
                        .add(thread));
        alike.values().forEach(group -> text.append(waits.of(group, cycles)).append('\n'));
        String also = cycles.followers().stream()
                .map(thread -> Paragraph.of("", "So " + thread.label() + " " + thread.state() + place(thread) + "."))
                .collect(Collectors.joining());
        return text + (also.isEmpty() ? "" : also + "\n");
    }

    /** The same for threads of which the same is to be said. */
    private static String what(ThreadSnapshot thread) {
        Wait wait = thread.waitsFor();
        if (wait == null) {
            return thread.path();
        }
        return switch (wait.kind()) {
            case COUNT, PERMIT, ELEMENT, ROOM, PARTNER, RESULT, PARTIES, LOCK, MONITOR, WORK ->
                wait.kind() + " " + wait.resource();
            default -> thread.path();
        };
    }

    private static String place(ThreadSnapshot thread) {
        Wait wait = thread.waitsFor();
        return wait == null || wait.at() == null ? "" : ", at " + Place.of(wait.at());
    }
}

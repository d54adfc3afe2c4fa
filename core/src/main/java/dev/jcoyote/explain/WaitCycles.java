package dev.jcoyote.explain;

import dev.jcoyote.scheduler.ThreadSnapshot;
import dev.jcoyote.scheduler.Wait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The circles in which threads wait for each other, and who waits for whom besides. */
final class WaitCycles {
    /**
     * A thread of a circle.
     *
     * @param thread the thread
     * @param waitsFor what it waits for
     * @param held what this thread has, for which the one before it waits
     * @param neededFor what the one before it waits for
     */
    record Link(ThreadSnapshot thread, Wait waitsFor, Wait.Holder held, Wait.Kind neededFor) {}

    private final Map<String, ThreadSnapshot> stuck = new LinkedHashMap<>();
    private final Set<String> inCircles = new HashSet<>();
    private final List<List<Link>> circles = new ArrayList<>();

    private WaitCycles(List<ThreadSnapshot> threads) {
        for (ThreadSnapshot thread : threads) {
            if (thread.stuck() && thread.waitsFor() != null) {
                stuck.put(thread.path(), thread);
            }
        }
        for (ThreadSnapshot thread : stuck.values()) {
            List<ThreadSnapshot> circle = inCircles.contains(thread.path()) ? null : circleOf(thread);
            if (circle != null) {
                circle.forEach(member -> inCircles.add(member.path()));
                circles.add(links(circle));
            }
        }
    }

    /** Those among these threads. */
    static WaitCycles among(List<ThreadSnapshot> threads) {
        return new WaitCycles(threads);
    }

    /** The circles, each from its first thread on: no thread is in two. */
    List<List<Link>> circles() {
        return circles;
    }

    /** The threads that are stuck and in no circle, and wait for a thread that is stuck as well. */
    List<ThreadSnapshot> followers() {
        return stuck.values().stream()
                .filter(thread -> !inCircles.contains(thread.path()) && waitsForStuck(thread))
                .toList();
    }

    /** Those of the followers that wait for what another thread keeps, and not for its end or its result. */
    List<ThreadSnapshot> kept() {
        return followers().stream()
                .filter(thread -> switch (waitOf(thread).kind()) {
                    case END, RESULT -> false;
                    default -> true;
                })
                .toList();
    }

    /** The threads that are stuck and in no circle, and wait for what no thread that is stuck can give. */
    List<ThreadSnapshot> others() {
        return stuck.values().stream()
                .filter(thread -> !inCircles.contains(thread.path()) && !waitsForStuck(thread))
                .toList();
    }

    private boolean waitsForStuck(ThreadSnapshot thread) {
        return waitOf(thread).holders().stream().anyMatch(holder -> stuck.containsKey(holder.path()));
    }

    private static Wait waitOf(ThreadSnapshot thread) {
        Wait wait = thread.waitsFor();
        if (wait == null) {
            throw new IllegalStateException(thread.label() + " does not wait");
        }
        return wait;
    }

    /** The shortest circle that the thread is in; null if it is in none. */
    private @Nullable List<ThreadSnapshot> circleOf(ThreadSnapshot start) {
        Map<String, ThreadSnapshot> before = new HashMap<>();
        List<ThreadSnapshot> toLookAt = new ArrayList<>(List.of(start));
        boolean alone = false;
        for (int i = 0; i < toLookAt.size(); i++) {
            ThreadSnapshot thread = toLookAt.get(i);
            for (Wait.Holder holder : waitOf(thread).holders()) {
                ThreadSnapshot next = stuck.get(holder.path());
                if (holder.path().equals(start.path()) && thread.path().equals(start.path())) {
                    // What others have as well is not waited for from itself alone.
                    alone = true;
                } else if (holder.path().equals(start.path())) {
                    return wayTo(thread, before);
                } else if (next != null && !inCircles.contains(next.path()) && !before.containsKey(next.path())) {
                    before.put(next.path(), thread);
                    toLookAt.add(next);
                }
            }
        }
        return alone ? List.of(start) : null;
    }

    private static List<ThreadSnapshot> wayTo(ThreadSnapshot last, Map<String, ThreadSnapshot> before) {
        List<ThreadSnapshot> way = new ArrayList<>();
        ThreadSnapshot thread = last;
        while (thread != null) {
            way.add(0, thread);
            thread = before.get(thread.path());
        }
        return way;
    }

    private static List<Link> links(List<ThreadSnapshot> circle) {
        List<Link> links = new ArrayList<>();
        int size = circle.size();
        for (int i = 0; i < size; i++) {
            ThreadSnapshot thread = circle.get(i);
            ThreadSnapshot previous = circle.get((i + size - 1) % size);
            links.add(new Link(
                    thread,
                    waitOf(thread),
                    holder(previous, thread),
                    waitOf(previous).kind()));
        }
        return links;
    }

    private static Wait.Holder holder(ThreadSnapshot waiting, ThreadSnapshot having) {
        return waitOf(waiting).holders().stream()
                .filter(holder -> holder.path().equals(having.path()))
                .findFirst()
                .orElseThrow();
    }
}

package dev.jcoyote.explain;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.scheduler.ThreadSnapshot;
import dev.jcoyote.scheduler.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells of a thread that waits for what no thread is left to do: what that would be, and what was done of it before. */
final class WaitText {
    private static final String INDENT = "    ";

    /** Of the calls before so many are listed: the last ones. */
    private static final int MOST_CALLS = 6;

    private final EventLog events;
    private final ThreadRegistry threads;
    private final ResourceTable resources;
    private final LostWakeUps lost;

    WaitText(EventLog events, ThreadRegistry threads, ResourceTable resources, LostWakeUps lost) {
        this.events = events;
        this.threads = threads;
        this.resources = resources;
        this.lost = lost;
    }

    /** All that there is to say of those that are in no circle and wait for the same. */
    String of(List<ThreadSnapshot> alike, WaitCycles cycles) {
        ThreadSnapshot thread = alike.get(0);
        Wait wait = thread.waitsFor();
        if (wait == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        text.append(Paragraph.of("", thread.label() + " " + thread.state(), Place.of(wait.at())));
        for (ThreadSnapshot other : alike.subList(1, alike.size())) {
            String at =
                    other.waitsFor() == null ? "" : Place.of(other.waitsFor().at());
            text.append(Paragraph.of("", "and so does " + other.label(), at));
        }
        if (wait.kind() == Wait.Kind.WORK) {
            return text.toString();
        }
        String needs = WaitRemedy.needs(wait);
        if (!needs.isEmpty()) {
            text.append(Paragraph.of(INDENT, needs + noOne(!cycles.circles().isEmpty())));
        }
        for (Wait.Holder holder : wait.holders()) {
            String taken = holder.takenAt() == null ? "" : "taken at " + Place.of(holder.takenAt());
            String has = holder.ended() ? " has ended, and still has it:" : " has it:";
            text.append(Paragraph.of(INDENT, holder.label() + has, taken));
        }
        String keeps = keeps(thread, cycles);
        text.append(keeps);
        ControlledThread known = byPath(thread.path());
        LostWakeUps.Finding finding = lost.find(known, wait);
        text.append(finding == null ? wait.holders().isEmpty() ? calls(wait, alike) : "" : finding.text());
        String change =
                finding == null || finding.change().isEmpty() ? WaitRemedy.change(wait, alike) : finding.change();
        if (!keeps.isEmpty()) {
            change = "do not wait for one thing while holding another that the thread needs which should act. Else, "
                    + change;
        }
        return text.append(Paragraph.of(INDENT, "What to change: " + change)).toString();
    }

    /** What the thread keeps, for which others wait. */
    private static String keeps(ThreadSnapshot thread, WaitCycles cycles) {
        StringBuilder text = new StringBuilder();
        for (ThreadSnapshot other : cycles.kept()) {
            Wait wait = other.waitsFor();
            for (Wait.Holder holder : wait == null ? List.<Wait.Holder>of() : wait.holders()) {
                if (holder.path().equals(thread.path())) {
                    String since = holder.takenAt() == null ? "" : ", since " + Place.of(holder.takenAt());
                    text.append(Paragraph.of(
                            INDENT,
                            "Meanwhile it holds " + holder.what() + since + ", for which " + other.label()
                                    + " waits. If that is the thread that should act, this is why it does not."));
                }
            }
        }
        return text.toString();
    }

    private static String noOne(boolean besideCircle) {
        return besideCircle ? ", and none that can still go on does." : ", and none is left that could.";
    }

    private ControlledThread byPath(String path) {
        return Objects.requireNonNull(threads.find(path), path);
    }

    /** What was called on the object that it waits for. */
    private String calls(Wait wait, List<ThreadSnapshot> waiting) {
        if (wait.resource() == Operation.NO_RESOURCE || resources.object(wait.resource()) instanceof Thread) {
            return "";
        }
        List<Integer> calls = new ArrayList<>();
        for (int event = 0; event < events.size(); event++) {
            if (events.resource(event) == wait.resource() && events.kind(event) == OperationKind.CALL) {
                calls.add(event);
            }
        }
        waiting.forEach(thread -> removeWait(byPath(thread.path()), calls));
        if (calls.isEmpty()) {
            return Paragraph.of(INDENT, "Nothing was called on " + wait.object() + " before.");
        }
        StringBuilder text = new StringBuilder(Paragraph.of(INDENT, "What was called on it, by step:"));
        int left = Math.max(0, calls.size() - MOST_CALLS);
        if (left > 0) {
            text.append(INDENT).append("  ... ").append(left).append(" calls left out ...\n");
        }
        calls.stream().skip(left).forEach(event -> text.append(line(event)));
        return text.toString();
    }

    /** The last call of a thread that waits is the wait itself. */
    private void removeWait(ControlledThread waiting, List<Integer> calls) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (events.thread(calls.get(i)) == waiting.id()) {
                calls.remove(i);
                return;
            }
        }
    }

    private String line(int event) {
        String step = String.format("%4d  ", event + 1);
        String call = threads.get(events.thread(event)).label() + "  " + Sites.target(events.site(event));
        return Paragraph.of(INDENT, step + call, Place.of(events.site(event)));
    }
}

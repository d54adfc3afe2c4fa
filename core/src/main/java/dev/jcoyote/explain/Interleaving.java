package dev.jcoyote.explain;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.DecisionLog;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ResourceNames;
import dev.jcoyote.scheduler.ThreadRegistry;
import java.util.Locale;

/** Tells an execution's operations in their order, one a line. */
public final class Interleaving {
    /** Of longer executions the beginning and the end are told. */
    private static final int FIRST_LINES = 200;

    private static final int LAST_LINES = 800;

    private final EventLog events;
    private final ThreadRegistry threads;
    private final ResourceTable resources;
    private final ResourceNames names;
    private final DecisionLog decisions;

    /** Tells that execution. */
    public Interleaving(EventLog events, ThreadRegistry threads, ResourceTable resources, DecisionLog decisions) {
        this.events = events;
        this.decisions = decisions;
        this.threads = threads;
        this.resources = resources;
        this.names = new ResourceNames(events, resources);
    }

    /** The lines: number, thread, operation, code position. A bar marks where another thread goes on. */
    public String text() {
        int width = "thread".length();
        for (int i = 0; i < threads.size(); i++) {
            width = Math.max(width, threads.get(i).path().length());
        }
        StringBuilder text = new StringBuilder();
        int size = events.size();
        for (int event = 0; event < size; event++) {
            if (event == FIRST_LINES && size > FIRST_LINES + LAST_LINES) {
                int left = size - FIRST_LINES - LAST_LINES;
                text.append("       ... ").append(left).append(" operations left out ...\n");
                event += left;
            }
            boolean switched = event > 0 && events.thread(event) != events.thread(event - 1);
            line(text, event, switched, width);
        }
        return text.toString();
    }

    private void line(StringBuilder text, int event, boolean switched, int width) {
        String line = String.format(
                Locale.ROOT,
                "%6d %s %-" + width + "s  %-42s %s",
                event + 1,
                switched ? ">" : " ",
                threads.get(events.thread(event)).path(),
                what(event),
                where(event));
        text.append(line.stripTrailing()).append('\n');
    }

    /** The operation and its code position. */
    String operation(int event) {
        return String.format(Locale.ROOT, "%-42s %s", what(event), where(event)).stripTrailing();
    }

    private String where(int event) {
        int site = events.site(event);
        return site == Sites.UNKNOWN ? "" : place(Sites.frame(site));
    }

    private String what(int event) {
        OperationKind kind = events.kind(event);
        int resource = events.resource(event);
        String target = Sites.target(events.site(event));
        boolean named = switch (kind) {
            case CALL, READ, WRITE, PLAIN_READ, PLAIN_WRITE, EXTERNAL, PARK -> !target.isEmpty();
            default -> false;
        };
        String object = about(resource);
        String about = named ? target : object;
        if (about.isEmpty() && kind == OperationKind.PARK) {
            return "goes on";
        }
        String value =
                kind == OperationKind.CALL && resource == Operation.NO_RESOURCE ? decisions.valueAsked(event) : null;
        return (kind.verb() + " " + about).strip() + (value == null ? "" : ": value " + value);
    }

    /** The object's name, or the path of a thread. */
    private String about(int resource) {
        if (resource != Operation.NO_RESOURCE && resources.object(resource) instanceof Thread thread) {
            ControlledThread known = threads.find(thread);
            if (known != null) {
                return known.path();
            }
        }
        return names.of(resource);
    }

    private static String place(StackTraceElement frame) {
        return "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    }
}

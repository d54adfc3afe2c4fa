package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.Section;
import dev.jcoyote.analysis.Touch;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import java.util.List;
import java.util.Map;

/** Says in words what a thread does where. */
final class Words {
    private static final int WIDTH = 80;

    private final List<String> threads;
    private final Map<Integer, String> names;

    /** Threads have those labels, by number, and objects those names. */
    Words(List<String> threads, Map<Integer, String> names) {
        this.threads = threads;
        this.names = names;
    }

    /** The thread. */
    String thread(int thread) {
        return threads.get(thread);
    }

    private String name(int resource) {
        return names.getOrDefault(resource, "");
    }

    /** What is touched: a field, an element or an object. */
    String place(Touch touch) {
        String target = Sites.target(touch.site());
        if (Sites.slot(touch.site()) != 0) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        String object = name(touch.resource());
        return touch.slot() == 0 ? object : "element " + (touch.slot() - 1) + " of " + object;
    }

    /** Whether a field or an element is read or written, and no method called. */
    boolean isAccess(Touch touch) {
        return Sites.slot(touch.site()) != 0 || touch.slot() != 0;
    }

    /** What is done: a verb and what it is done to, without a position. */
    String deed(Touch touch) {
        if (isAccess(touch)) {
            return (touch.write() ? "writes " : "reads ") + place(touch);
        }
        String target = Sites.target(touch.site());
        return "calls " + target.substring(target.lastIndexOf('.') + 1) + " on " + place(touch);
    }

    /** Like {@link #deed}, as a thing: what would come first. */
    String noun(Touch touch) {
        String target = Sites.target(touch.site());
        return isAccess(touch) ? touch.write() ? "write" : "read" : target.substring(target.lastIndexOf('.') + 1);
    }

    /** The lock of a critical section. */
    String lock(Section section) {
        String name = name(section.resource());
        return section.isMonitor() ? "the monitor of " + name : name;
    }

    /** What an operation does. */
    String operation(OperationKind kind, int resource, int site) {
        String target = Sites.target(site);
        String about = resource == Operation.NO_RESOURCE ? "" : name(resource);
        if (kind == OperationKind.MONITOR_ENTER) {
            return "enters the monitor of " + about;
        }
        boolean isAccess = kind == OperationKind.READ
                || kind == OperationKind.WRITE
                || kind == OperationKind.PLAIN_READ
                || kind == OperationKind.PLAIN_WRITE;
        if (isAccess && Sites.slot(site) != 0) {
            return kind.verb() + " " + target.substring(target.lastIndexOf('.') + 1);
        }
        if (kind == OperationKind.CALL && !target.isEmpty()) {
            return "calls " + target.substring(target.lastIndexOf('.') + 1) + (about.isEmpty() ? "" : " on " + about);
        }
        return (kind.verb() + " " + (about.isEmpty() ? target : about)).strip();
    }

    /** The position in parentheses, which IDEs turn into a link; empty if it is not known. */
    static String at(int site) {
        if (site == Sites.UNKNOWN) {
            return "";
        }
        StackTraceElement frame = Sites.frame(site);
        return " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    }

    /** The position with class and method; empty if it is not known. */
    static String site(int site) {
        if (site == Sites.UNKNOWN) {
            return "";
        }
        StackTraceElement frame = Sites.frame(site);
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                + frame.getLineNumber() + ")";
    }

    /** Each line of the text in lines that are not too long. */
    static String wrapLines(String text) {
        StringBuilder wrapped = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            wrapped.append(wrapped.length() == 0 ? "" : "\n").append(wrap(line));
        }
        return wrapped.toString();
    }

    /** The text in lines that are not too long. */
    static String wrap(String text) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                wrapped.append('\n');
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }
}

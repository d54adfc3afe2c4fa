package dev.jcoyote.explain.trace;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Puts what threads do into words. */
final class Wording {
    private final IntFunction<String> names;
    private final Sharing sharing;

    Wording(IntFunction<String> names, Sharing sharing) {
        this.names = names;
        this.sharing = sharing;
    }

    /** The object of that number. */
    String name(int resource) {
        return names.apply(resource);
    }

    /** A read or a write: {@code reads count: 0} or {@code writes count: 0 → 1}. */
    String access(Moment moment, String before, String after) {
        String value = moment.write() && !before.isEmpty() && !after.isEmpty() ? before + " → " + after : after;
        return (moment.write() ? "writes " : "reads ") + place(moment) + (value.isEmpty() ? "" : ": " + value);
    }

    private String place(Moment moment) {
        String target = Sites.target(moment.site());
        int resource = moment.resource();
        if (resource == Operation.NO_RESOURCE || sharing.isOnly(target) && !target.endsWith("[]")) {
            return resource == Operation.NO_RESOURCE ? target : Sharing.shortName(target);
        }
        return target.endsWith("[]")
                ? names.apply(resource) + "[" + (moment.slot() - 1) + "]"
                : names.apply(resource) + "." + Sharing.shortName(target);
    }

    /** A call: {@code loads.incrementAndGet(): 0 → 1}. */
    String call(Moment moment, String before, String after) {
        return call(moment) + state(before, after);
    }

    /** A call without what it changed. */
    String call(Moment moment) {
        String target = Sites.target(moment.site());
        if (target.isEmpty()) {
            return "goes on";
        }
        boolean hasObject = moment.resource() != Operation.NO_RESOURCE && Sites.slot(moment.site()) == 0;
        return (hasObject ? names.apply(moment.resource()) + "." + Sharing.shortName(target) : target) + "()";
    }

    private static String state(String before, String after) {
        if (after.isEmpty()) {
            return "";
        }
        if (before.isEmpty() || before.equals(after)) {
            return ": " + after;
        }
        // What both begin with is said once, as in "size 0 → 1".
        int word = before.indexOf(' ') + 1;
        return ": " + before + " → " + (after.startsWith(before.substring(0, word)) ? after.substring(word) : after);
    }

    /** The call that a position in code is, when that is all that is known: {@code CompletableFuture.join()}. */
    static String callAt(int site) {
        String target = Sites.target(site);
        return target.isEmpty() || Sites.kind(site) != OperationKind.CALL && Sites.kind(site) != OperationKind.PARK
                ? ""
                : target + "()";
    }

    /** The position as IDEs make links of: {@code (Account.java:12)}. */
    static String place(int site) {
        return site == Sites.UNKNOWN ? "" : place(Sites.frame(site));
    }

    /** The position of a frame. */
    static String place(@Nullable StackTraceElement frame) {
        return frame == null || frame.getLineNumber() < 0
                ? ""
                : "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    }
}

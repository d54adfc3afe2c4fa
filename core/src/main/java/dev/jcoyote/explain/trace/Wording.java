package dev.jcoyote.explain.trace;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.explain.Labels;
import dev.jcoyote.operation.Operation;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Puts what threads do into words. */
final class Wording {
    private final IntFunction<String> names;
    private final Sharing sharing;
    private final CallText calls;

    Wording(IntFunction<String> names, Sharing sharing, Labels labels) {
        this.names = names;
        this.sharing = sharing;
        this.calls = new CallText(names, labels);
    }

    /** What is said of calls. */
    CallText calls() {
        return calls;
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
        if (resource == Operation.NO_RESOURCE || (sharing.isOnly(target) && !target.endsWith("[]"))) {
            return resource == Operation.NO_RESOURCE ? target : Sharing.shortName(target);
        }
        return target.endsWith("[]")
                ? names.apply(resource) + "[" + (moment.slot() - 1) + "]"
                : names.apply(resource) + "." + Sharing.shortName(target);
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

package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.DataLog;
import dev.jcoyote.analysis.Touch;
import dev.jcoyote.bridge.Sites;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The check that fails: what the thread that throws the exception has looked at last, in one line of its code. An execution may
 * pass because the check holds, or only because it is not come to.
 *
 * @param touches its accesses; empty if there is none
 * @param path that of the thread
 * @param count how often the thread comes to it until it fails
 */
record FailedCheck(List<Touch> touches, String path, int count) {
    /** Failures without a check, such as deadlocks. */
    static final FailedCheck NONE = new FailedCheck(List.of(), "", 0);

    /**
     * The check in which that thread fails, which has that path; and if its line is that of the exception, the check before, as
     * the last accesses may be made for the message only.
     */
    static List<FailedCheck> of(DataLog data, int thread, String path, @Nullable Throwable error) {
        List<Touch> touches = new ArrayList<>();
        for (Touch touch : data.touches()) {
            if (touch.thread() == thread && Pairs.isOfProgram(touch)) {
                touches.add(touch);
            }
        }
        FailedCheck last = last(touches, path);
        if (last.isNone() || !isThrowing(last.site(), error)) {
            return List.of(last);
        }
        return List.of(last, last(touches.subList(0, touches.size() - last.touches.size()), path));
    }

    /** Whether there is no check. */
    boolean isNone() {
        return touches.isEmpty();
    }

    private static FailedCheck last(List<Touch> all, String path) {
        if (all.isEmpty()) {
            return NONE;
        }
        int from = all.size() - 1;
        int last = all.get(from).site();
        Set<Integer> sites = new HashSet<>(Set.of(last));
        while (from > 0
                && Sites.frame(all.get(from - 1).site()).equals(Sites.frame(last))
                && sites.add(all.get(from - 1).site())) {
            from--;
        }
        int first = all.get(from).site();
        int count = (int) all.stream().filter(touch -> touch.site() == first).count();
        return new FailedCheck(List.copyOf(all.subList(from, all.size())), path, count);
    }

    /** Whether the exception is created by the statement of that code position. */
    private static boolean isThrowing(int site, @Nullable Throwable error) {
        StackTraceElement[] stack = error == null ? new StackTraceElement[0] : error.getStackTrace();
        StackTraceElement frame = Sites.frame(site);
        return stack.length > 0
                && stack[0].getClassName().equals(frame.getClassName())
                && stack[0].getMethodName().equals(frame.getMethodName())
                && stack[0].getLineNumber() <= frame.getLineNumber();
    }

    /** The code position of its first access. */
    int site() {
        return touches.isEmpty() ? Sites.UNKNOWN : touches.get(0).site();
    }

    /** Whether the access is one of those that the check makes. */
    boolean contains(@Nullable Touch touch) {
        return touch != null && touches.contains(touch);
    }
}

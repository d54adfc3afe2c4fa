package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.DataLog;
import dev.jcoyote.analysis.Section;
import dev.jcoyote.analysis.Touch;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import java.util.ArrayList;
import java.util.List;

/** Finds which data two steps are about: what they touch themselves or, if they take a lock, what is touched under it. */
final class Pairs {
    private final DataLog data;
    private final Flips flips;

    Pairs(DataLog data, Flips flips) {
        this.data = data;
        this.flips = flips;
    }

    /** All the ways to name the flip by data; one without data if there is none. */
    List<Pair> of(Flip flip) {
        List<Pair> pairs = new ArrayList<>();
        List<Touch> seen = flips.seen(flip);
        if (!seen.isEmpty()) {
            addExpected(pairs, flip, seen);
        }
        List<Touch> earlier = data.touches(flip.before(), isSection(flip.before(), flip.after()));
        List<Touch> later = data.touches(flip.after(), isSection(flip.after(), flip.before()));
        for (Touch one : earlier) {
            for (Touch other : later) {
                if (one.conflictsWith(other) && isOfProgram(one) == isOfProgram(other)) {
                    pairs.add(new Pair(flip, one, other));
                }
            }
        }
        if (pairs.isEmpty() && isSection(flip.before(), flip.after())) {
            addFollowing(pairs, flip, earlier);
        }
        if (pairs.isEmpty() && isSection(flip.after(), flip.before())) {
            addMeanwhile(pairs, flip, later);
        }
        if (pairs.isEmpty()) {
            pairs.add(new Pair(flip, null, null));
        }
        return pairs;
    }

    /** What the later thread does after it has left the lock, too. */
    private void addFollowing(List<Pair> pairs, Flip flip, List<Touch> earlier) {
        for (Touch other : data.touches()) {
            for (Touch one : earlier) {
                if (other.step() > flip.after()
                        && other.thread() == flips.threadOf(flip.after())
                        && one.conflictsWith(other)) {
                    pairs.add(new Pair(flip, one, other));
                    return;
                }
            }
        }
    }

    /** What the earlier thread does after it has left the lock, and before the later one takes it, comes after that then, too. */
    private void addMeanwhile(List<Pair> pairs, Flip flip, List<Touch> later) {
        for (Touch one : data.touches()) {
            for (Touch other : later) {
                if (one.step() > flip.before()
                        && one.step() < flip.after()
                        && one.thread() == flips.threadOf(flip.before())
                        && one.conflictsWith(other)
                        && isOfProgram(one) == isOfProgram(other)) {
                    pairs.add(new Pair(flip, one, other));
                    return;
                }
            }
        }
    }

    /** The later step was not executed: what it does is known from the execution that has passed. */
    private void addExpected(List<Pair> pairs, Flip flip, List<Touch> seen) {
        int thread = flips.threadOf(flip.after());
        boolean isEntry = data.pendingKind(thread) == OperationKind.MONITOR_ENTER;
        for (Touch one : data.touches(flip.before(), isEntry)) {
            for (Touch other : seen) {
                boolean isSame = one.slot() == other.slot() && owner(one).equals(owner(other));
                Touch expected = data.expected(flip.after(), thread, other, one.resource());
                if (isSame && one.conflictsWith(expected) && isOfProgram(one) == isOfProgram(other)) {
                    pairs.add(new Pair(flip, one, expected));
                }
            }
        }
    }

    /** The class of what is touched. */
    private static String owner(Touch touch) {
        String target = Sites.target(touch.site());
        return target.substring(0, Math.max(0, target.lastIndexOf('.')));
    }

    /** Whether the step begins a critical section, and the other step one of the same lock. */
    private boolean isSection(int step, int other) {
        for (Section section : data.sections()) {
            if (section.from() == step) {
                for (Section another : data.sections()) {
                    if (another.from() == other && another.lock() >> 1 == section.lock() >> 1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether the access is in the program's code, and not in that of the JDK. */
    static boolean isOfProgram(Touch touch) {
        String name = Sites.className(touch.site());
        return !name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun.");
    }
}

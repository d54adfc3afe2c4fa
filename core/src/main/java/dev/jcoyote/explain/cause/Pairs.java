package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.DataLog;
import dev.jcoyote.analysis.DataLog.Section;
import dev.jcoyote.analysis.DataLog.Touch;
import dev.jcoyote.bridge.Sites;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds which data two steps are about: what they touch themselves or, if they take a lock, what is touched under it. */
final class Pairs {
    private final DataLog data;

    Pairs(DataLog data) {
        this.data = data;
    }

    /** All the ways to name the flip by data; one without data if there is none. */
    List<Pair> of(Flip flip) {
        List<Pair> pairs = new ArrayList<>();
        Section first = sectionOf(flip.before(), flip.after());
        Section second = sectionOf(flip.after(), flip.before());
        List<Touch> earlier = touches(flip.before(), first);
        List<Touch> later = touches(flip.after(), second);
        for (Touch one : earlier) {
            for (Touch other : later) {
                if (one.conflictsWith(other) && isOfProgram(one) == isOfProgram(other)) {
                    pairs.add(new Pair(flip, one, other));
                }
            }
        }
        if (pairs.isEmpty()) {
            pairs.add(new Pair(flip, null, null));
        }
        return pairs;
    }

    /** The critical section that the step begins, if the other step begins one of the same lock. */
    private @Nullable Section sectionOf(int step, int other) {
        for (Section section : data.sections()) {
            if (section.from() == step) {
                for (Section another : data.sections()) {
                    if (another.from() == other && another.lock() >> 1 == section.lock() >> 1) {
                        return section;
                    }
                }
            }
        }
        return null;
    }

    private List<Touch> touches(int step, @Nullable Section section) {
        List<Touch> all = new ArrayList<>();
        for (Touch touch : data.touches()) {
            if (section == null ? touch.step() == step : touch.sections().contains(section)) {
                all.add(touch);
            }
        }
        return all;
    }

    /** Whether the access is in the program's code, and not in that of the JDK. */
    static boolean isOfProgram(Touch touch) {
        String name = Sites.className(touch.site());
        return !name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun.");
    }
}

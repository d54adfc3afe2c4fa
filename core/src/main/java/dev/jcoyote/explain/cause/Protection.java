package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.DataLog;
import dev.jcoyote.analysis.Section;
import dev.jcoyote.analysis.Touch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which locks protect the accesses of a place over the execution, as Eraser's locksets do (Savage et al., SOSP 1997). */
final class Protection {
    private final DataLog data;
    private final int threadCount;

    Protection(DataLog data, int threadCount) {
        this.data = data;
        this.threadCount = threadCount;
    }

    /** The section in which both accesses of one thread are; null if there is none. */
    static @Nullable Section around(Touch first, Touch second) {
        for (Section section : first.sections()) {
            if (second.sections().contains(section)) {
                return section;
            }
        }
        return null;
    }

    /** The section of a lock that the one access is in, and the other one, in a section of its own, too. */
    static @Nullable Section common(Touch first, Touch second) {
        for (Section section : first.sections()) {
            if (isHeld(section, second)) {
                return section;
            }
        }
        return null;
    }

    /** Like {@link #common(Touch, Touch)}; rather one of a lock that the third access is made with, too. */
    static @Nullable Section common(Touch first, Touch second, Touch third) {
        for (Section section : first.sections()) {
            if (isHeld(section, second) && isHeld(section, third)) {
                return section;
            }
        }
        return common(first, second);
    }

    /** Whether the access is made with that section's lock held. */
    static boolean isHeld(Section section, Touch touch) {
        return touch.sections().stream().anyMatch(each -> each.lock() == section.lock());
    }

    /** The other accesses of the place that other threads might come between. */
    List<Touch> others(List<Touch> named) {
        Touch one = named.get(0);
        List<Touch> others = new ArrayList<>();
        for (Touch touch : data.touches()) {
            if (touch.isOfSamePlaceAs(one) && Pairs.isOfProgram(touch) && !named.contains(touch) && hasCompany(touch)) {
                others.add(touch);
            }
        }
        return others;
    }

    /** Whether another thread that touches the place is alive. */
    private boolean hasCompany(Touch touch) {
        for (int thread = 0; thread < threadCount; thread++) {
            if (thread != touch.thread() && data.isAlive(thread, touch.step()) && touches(thread, touch)) {
                return true;
            }
        }
        return false;
    }

    private boolean touches(int thread, Touch place) {
        return data.touches().stream().anyMatch(each -> each.thread() == thread && each.isOfSamePlaceAs(place));
    }

    /** A section of a lock that all of them hold; null if there is none. */
    static @Nullable Section ofAll(List<Touch> touches) {
        if (touches.isEmpty()) {
            return null;
        }
        for (Section section : touches.get(0).sections()) {
            if (touches.stream().allMatch(each -> isHeld(section, each))) {
                return section;
            }
        }
        return null;
    }
}

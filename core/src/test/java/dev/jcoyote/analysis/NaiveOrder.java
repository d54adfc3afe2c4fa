package dev.jcoyote.analysis;

import dev.jcoyote.analysis.Trace.Does;
import dev.jcoyote.analysis.Trace.Step;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The happens-before order by its definition: for each step all those before it. Slow, and easy to believe. */
final class NaiveOrder {
    private final List<Step> steps;
    private final BitSet[] before;

    NaiveOrder(Trace trace) {
        steps = trace.steps;
        before = new BitSet[steps.size()];
        for (int later = 0; later < steps.size(); later++) {
            before[later] = new BitSet();
            for (int earlier = 0; earlier < later; earlier++) {
                if (isEdge(steps.get(earlier), steps.get(later))) {
                    before[later].set(earlier);
                    before[later].or(before[earlier]);
                }
            }
        }
    }

    private static boolean isEdge(Step earlier, Step later) {
        if (earlier.thread() == later.thread()) {
            return true;
        }
        if (earlier.does() == Does.START && earlier.object() == later.thread()) {
            return true;
        }
        if (later.does() == Does.JOIN && later.object() == earlier.thread()) {
            return true;
        }
        if (earlier.does() == Does.START && later.does() == Does.JOIN && earlier.object() == later.object()) {
            return true;
        }
        boolean synchronizes = (earlier.does() == Does.RELEASE && later.does() == Does.ACQUIRE)
                || (earlier.does() == Does.VOLATILE_WRITE && later.does() == Does.VOLATILE_READ)
                || (earlier.does() == Does.UPDATE && later.does() == Does.UPDATE);
        return synchronizes && earlier.object() == later.object();
    }

    /** The places with two accesses, one a write, of which neither is before the other. */
    Set<Integer> racyPlaces() {
        Set<Integer> places = new TreeSet<>();
        for (int later = 0; later < steps.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (conflict(steps.get(earlier), steps.get(later)) && !before[later].get(earlier)) {
                    places.add(steps.get(later).object());
                }
            }
        }
        return places;
    }

    private static boolean conflict(Step one, Step other) {
        boolean accesses = isAccess(one) && isAccess(other) && one.object() == other.object();
        return accesses && (one.does() == Does.WRITE || other.does() == Does.WRITE);
    }

    private static boolean isAccess(Step step) {
        return step.does() == Does.READ || step.does() == Does.WRITE;
    }
}

package dev.jcoyote.search;

import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Races;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What turns a race round: the steps after the earlier one that do not need it, and then the later one.
 *
 * <p>A step is an <i>initial</i> of the sequence if some equivalent order begins with it, and a <i>weak</i> initial if some
 * continuation of the sequence does (Abdulla et al., JACM 2017, definition 4.1).
 */
final class WakeupSequence {
    private final Footprints log;
    private final Races order;
    private final IdleRounds rounds;

    /** Steps of the execution, of which those at the front of each thread may be taken out again. */
    private int[] steps = new int[64];

    private int size;

    /** The step that comes before those that it came after. */
    private int turned;

    /** The step that was first, and can still come after the sequence. */
    private int first;

    WakeupSequence(Footprints log, Races order) {
        this.log = log;
        this.order = order;
        this.rounds = new IdleRounds(log, order);
    }

    /** Becomes the sequence that turns those two steps round; says whether there is one. */
    boolean turnRound(int before, int after) {
        size = 0;
        turned = after;
        first = before;
        rounds.begin(before);
        for (int step = before + 1; step < log.executed(); step++) {
            if (step != after && !order.isBefore(before, step) && rounds.takes(step)) {
                add(step);
            }
        }
        add(after);
        return rounds.takes(after);
    }

    private void add(int step) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, size * 2);
        }
        steps[size++] = step;
    }

    /**
     * Whether the next step of a thread that sleeps is a weak initial. If the sleep is doubtful, that step must not matter to
     * the one that was first either: what comes after that one has been seen nowhere else.
     */
    boolean canBeginWith(Sleeper sleeper) {
        return canBeginWith(sleeper.thread, sleeper.footprint)
                && (!sleeper.isDoubtful || positionOf(sleeper.thread) >= 0 || !log.conflicts(first, sleeper.footprint));
    }

    /** Whether a step of that thread with that footprint is a weak initial. */
    boolean canBeginWith(int thread, int @Nullable [] footprint) {
        int position = positionOf(thread);
        return position >= 0 ? isInitial(position) : footprint != null && isIndependentOf(footprint);
    }

    /** Takes the first step of that thread out, if there is one. */
    void takeOut(int thread) {
        int position = positionOf(thread);
        if (position >= 0) {
            System.arraycopy(steps, position + 1, steps, position, size - position - 1);
            size--;
        }
    }

    private int positionOf(int thread) {
        for (int i = 0; i < size; i++) {
            if (log.canonicalThread(log.thread(steps[i])) == thread) {
                return i;
            }
        }
        return -1;
    }

    private boolean isInitial(int position) {
        for (int i = 0; i < position; i++) {
            if (isBefore(i, position)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether one step of the sequence comes before another in all equivalent sequences. What the last one came after in the
     * execution it may have come after only because of steps that are not in the sequence.
     */
    private boolean isBefore(int position, int other) {
        if (steps[other] != turned) {
            return order.isBefore(steps[position], steps[other]);
        }
        for (int i = position; i < other; i++) {
            boolean leads = i == position || order.isBefore(steps[position], steps[i]);
            if (leads && log.comesRightBefore(steps[i], turned)) {
                return true;
            }
        }
        return false;
    }

    private boolean isIndependentOf(int[] footprint) {
        for (int i = 0; i < size; i++) {
            if (log.conflicts(steps[i], footprint)) {
                return false;
            }
        }
        return true;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private int[] footprint(int step) {
        return step == turned ? log.canonicalIfEarlier(step) : log.canonical(step);
    }

    /** The sequence as a branch of a tree. */
    WakeupTree branch() {
        WakeupTree first = null;
        WakeupTree last = null;
        for (int i = 0; i < size; i++) {
            WakeupTree next = new WakeupTree(log.canonicalThread(log.thread(steps[i])), footprint(steps[i]));
            if (last == null) {
                first = next;
            } else {
                last.firstChild = next;
            }
            last = next;
        }
        if (first == null) {
            throw new IllegalStateException("A wakeup sequence has at least one step");
        }
        return first;
    }
}

package dev.jcoyote.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One step of the execution that is explored, and what else is to be explored in its place. */
final class Node {
    private static final int[] NO_THREADS = {};

    /** The thread that is chosen here, by its canonical number. */
    int thread;

    /** What it comes to, in every run; 0 if that is not known yet. */
    int operation;

    /** The threads that need not be chosen here. */
    @Nullable
    Sleeper sleep;

    /** What is to be chosen here later. */
    @Nullable
    WakeupTree branches;

    /** What is to be chosen after this step. */
    @Nullable
    WakeupTree guidance;

    /** Whether this step was asked for, and not just taken. */
    boolean isGuided;

    /** The threads that can be chosen, where they are several. */
    int[] enabled = NO_THREADS;

    /** How many branches were explored to their end. */
    int explored;

    /** The values that this step has needed; and what was to be chosen after it before any was drawn. */
    final ValueChoices values = new ValueChoices();

    private @Nullable WakeupTree guidanceOfAllValues;

    /** What the step did with the values before. */
    private int[] footprintOfOtherValues = NO_THREADS;

    void begin() {
        operation = 0;
        sleep = null;
        branches = null;
        guidance = null;
        isGuided = false;
        enabled = NO_THREADS;
        explored = 0;
        forgetValues();
    }

    private void forgetValues() {
        values.clear();
        guidanceOfAllValues = null;
        footprintOfOtherValues = NO_THREADS;
    }

    /** Another thread is chosen here than before: the first of the branches. */
    void branch() {
        WakeupTree chosen = branches;
        if (chosen == null) {
            throw new IllegalStateException("There is no branch left");
        }
        branches = chosen.nextSibling;
        take(chosen);
    }

    /** The branch is chosen, which is one of no others. */
    void take(WakeupTree chosen) {
        thread = chosen.thread;
        isGuided = true;
        guidance = chosen.firstChild;
        operation = 0;
        forgetValues();
    }

    /** Every thread that can be chosen is to be tried here, but for those that need not be. */
    void tryAll() {
        for (int candidate : enabled) {
            boolean isKnown = candidate == thread || Sleeper.contains(sleep, candidate);
            for (WakeupTree branch = branches; branch != null && !isKnown; branch = branch.nextSibling) {
                isKnown = branch.thread == candidate;
            }
            if (!isKnown) {
                branches = WakeupTree.append(branches, new WakeupTree(candidate, null));
            }
        }
    }

    /** The sequence is to be tried here, unless something else that is or was to be tried leads to the same. */
    void insert(WakeupSequence sequence) {
        for (Sleeper sleeper = sleep; sleeper != null; sleeper = sleeper.next) {
            if (sequence.canBeginWith(sleeper)) {
                return;
            }
        }
        WakeupTree parent = null;
        WakeupTree child = branches;
        while (child != null) {
            if (!sequence.canBeginWith(child.thread, child.footprint)) {
                child = child.nextSibling;
                continue;
            }
            sequence.takeOut(child.thread);
            if (child.firstChild == null || sequence.isEmpty()) {
                return;
            }
            parent = child;
            child = child.firstChild;
        }
        WakeupTree branch = sequence.branch();
        if (parent == null) {
            branches = WakeupTree.append(branches, branch);
        } else {
            parent.firstChild = WakeupTree.append(parent.firstChild, branch);
        }
    }

    /** The step needs one more value, of so many: it gets the first one for now. */
    void addValue(int bound) {
        if (values.isEmpty()) {
            guidanceOfAllValues = WakeupTree.copy(guidance);
        }
        values.add(bound);
    }

    /** Whether the step can be repeated with other values; if so, it will be. */
    boolean nextValues(int[] footprint) {
        if (values.isEmpty()) {
            return false;
        }
        footprintOfOtherValues = with(footprint);
        if (!values.next()) {
            return false;
        }
        guidance = WakeupTree.copy(guidanceOfAllValues);
        return true;
    }

    /** What the step did with all its values. */
    int[] with(int[] footprint) {
        if (footprintOfOtherValues.length == 0) {
            return footprint;
        }
        int[] all = Arrays.copyOf(footprintOfOtherValues, footprintOfOtherValues.length + footprint.length);
        System.arraycopy(footprint, 0, all, footprintOfOtherValues.length, footprint.length);
        return all;
    }

    /** How many branches are known that were not explored yet. */
    int left() {
        int left = 0;
        for (WakeupTree branch = branches; branch != null; branch = branch.nextSibling) {
            left++;
        }
        return left;
    }
}

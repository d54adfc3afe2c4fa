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

    /** The threads that can be chosen, where they are several. */
    int[] enabled = NO_THREADS;

    /** How many branches were explored to their end. */
    int explored;

    /** The values that this step has needed, of how many each; and what was to be chosen after it before any was drawn. */
    private int[] values = NO_THREADS;

    private int[] bounds = NO_THREADS;
    private int valueCount;
    private @Nullable WakeupTree guidanceOfAllValues;

    /** What the step did with the values before. */
    private int[] footprintOfOtherValues = NO_THREADS;

    void begin() {
        operation = 0;
        sleep = null;
        branches = null;
        guidance = null;
        enabled = NO_THREADS;
        explored = 0;
        forgetValues();
    }

    private void forgetValues() {
        valueCount = 0;
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
        guidance = chosen.firstChild;
        operation = 0;
        forgetValues();
    }

    boolean hasValue(int index) {
        return index < valueCount;
    }

    int value(int index) {
        return values[index];
    }

    int bound(int index) {
        return bounds[index];
    }

    /** The step needs one more value, of so many: it gets the first one for now. */
    void addValue(int bound) {
        if (valueCount == 0) {
            guidanceOfAllValues = WakeupTree.copy(guidance);
        }
        if (valueCount == values.length) {
            values = Arrays.copyOf(values, valueCount + 4);
            bounds = Arrays.copyOf(bounds, valueCount + 4);
        }
        values[valueCount] = 0;
        bounds[valueCount++] = bound;
    }

    /** Whether the step can be repeated with other values; if so, it will be. */
    boolean nextValues(int[] footprint) {
        if (valueCount > 0) {
            footprintOfOtherValues = with(footprint);
        }
        while (valueCount > 0) {
            int last = valueCount - 1;
            if (++values[last] < bounds[last]) {
                guidance = WakeupTree.copy(guidanceOfAllValues);
                return true;
            }
            valueCount--;
        }
        return false;
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

    /** How many branches are known that were not explored yet, and which part of the current one its values are. */
    int left() {
        int left = 0;
        for (WakeupTree branch = branches; branch != null; branch = branch.nextSibling) {
            left++;
        }
        return left;
    }

    /** Which part of the current branch lies before its values: from 0 to less than 1. */
    double partOfValues() {
        double part = 0;
        double unit = 1;
        for (int i = 0; i < valueCount; i++) {
            unit /= bounds[i];
            part += values[i] * unit;
        }
        return part;
    }

    /** Which part of the current branch one combination of its values is. */
    double unitOfValues() {
        double unit = 1;
        for (int i = 0; i < valueCount; i++) {
            unit /= bounds[i];
        }
        return unit;
    }
}

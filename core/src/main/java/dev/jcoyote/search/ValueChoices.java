package dev.jcoyote.search;

import java.util.Arrays;

/** The values that one step has needed, of how many each: all combinations come in turn. */
final class ValueChoices {
    private int[] values = {};
    private int[] bounds = {};
    private int count;

    void clear() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean has(int index) {
        return index < count;
    }

    int value(int index) {
        return values[index];
    }

    int bound(int index) {
        return bounds[index];
    }

    /** The step needs one more value, of so many: it gets the first one for now. */
    void add(int bound) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count + 4);
            bounds = Arrays.copyOf(bounds, count + 4);
        }
        values[count] = 0;
        bounds[count++] = bound;
    }

    /** Goes on to the next combination; says whether there is one. */
    boolean next() {
        while (count > 0) {
            if (++values[count - 1] < bounds[count - 1]) {
                return true;
            }
            count--;
        }
        return false;
    }

    /** Which part of all combinations lies before this one: from 0 to less than 1. */
    double partBefore() {
        double part = 0;
        double unit = 1;
        for (int i = 0; i < count; i++) {
            unit /= bounds[i];
            part += values[i] * unit;
        }
        return part;
    }

    /** Which part of all combinations this one is. */
    double part() {
        double unit = 1;
        for (int i = 0; i < count; i++) {
            unit /= bounds[i];
        }
        return unit;
    }
}

package dev.jcoyote.search;

import dev.jcoyote.analysis.Access;
import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Races;
import dev.jcoyote.bridge.OperationKind;
import java.util.Arrays;

/**
 * Leaves out of a sequence of steps what a thread does in vain: it hints that it waits, and comes to hint so again at the same
 * place, having changed nothing, before any other thread has run. Without that a loop that waits has no end.
 */
final class IdleRounds {
    private final Footprints log;
    private final Races order;

    /** The thread that has run since the others, and where it hinted. */
    private int thread;

    private int[] hints = new int[8];
    private int hintCount;

    /** The steps that were left out. */
    private int[] out = new int[8];

    private int outCount;

    IdleRounds(Footprints log, Races order) {
        this.log = log;
        this.order = order;
    }

    /** A sequence begins in place of that step, after those before it. */
    void begin(int step) {
        outCount = 0;
        hintCount = 0;
        thread = log.thread(step - 1);
        for (int i = step - 1; i > 0 && log.thread(i) == thread && !changesAnything(i); i--) {
            addHint(i);
        }
    }

    /** Adds the step to the sequence, unless it is left out with all that needs it. */
    boolean takes(int step) {
        for (int i = 0; i < outCount; i++) {
            if (order.isBefore(out[i], step)) {
                return false;
            }
        }
        if (log.thread(step) != thread) {
            thread = log.thread(step);
            hintCount = 0;
        }
        if (isHint(step) && hasHint(log.site(step))) {
            if (outCount == out.length) {
                out = Arrays.copyOf(out, outCount * 2);
            }
            out[outCount++] = step;
            return false;
        }
        if (changesAnything(step)) {
            hintCount = 0;
        }
        addHint(step);
        return true;
    }

    private boolean changesAnything(int step) {
        for (int i = log.from(step); i < log.to(step); i++) {
            switch (log.what(i)) {
                case Access.READ, Access.FLAG_READ, Access.LOOK, Access.CLOCK, Access.AFTER, Access.AFTER_ALL -> {}
                default -> {
                    return true;
                }
            }
        }
        return false;
    }

    private void addHint(int step) {
        if (isHint(step)) {
            if (hintCount == hints.length) {
                hints = Arrays.copyOf(hints, hintCount * 2);
            }
            hints[hintCount++] = log.site(step);
        }
    }

    private boolean hasHint(int site) {
        for (int i = 0; i < hintCount; i++) {
            if (hints[i] == site) {
                return true;
            }
        }
        return false;
    }

    private boolean isHint(int step) {
        OperationKind kind = log.kind(step);
        return kind == OperationKind.YIELD || kind == OperationKind.SPIN;
    }
}

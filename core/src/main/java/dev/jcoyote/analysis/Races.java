package dev.jcoyote.analysis;

import java.util.Arrays;

/**
 * The pairs of steps of an execution whose order can be turned round: they conflict, and nothing between them needs the one
 * and is needed by the other.
 *
 * <p>Source: Abdulla, Aronis, Jonsson and Sagonas, "Source Sets: A Foundation for Optimal Dynamic Partial Order Reduction",
 * Journal of the ACM 64(4), 2017, sections 4 and 8. The exit of a monitor orders the next entry after it without being in a
 * race with it; what races is the entry before. A step that another one enabled cannot come before it. With what the clock
 * orders all pairs count, not only the nearest ones.
 */
public final class Races {
    /** Hears of a race. */
    public interface Consumer {
        /**
         * Two steps can be turned round.
         *
         * @param before the earlier step
         * @param after the later step, of another thread
         * @param isUncertain whether the later one might not be able to proceed where the earlier one did
         */
        void race(int before, int after, boolean isUncertain);
    }

    private static final int NONE = -1;

    private final Footprints log;
    private final StepClocks clocks = new StepClocks();

    /** By step: its number among those of its thread, from 1. */
    private int[] locals = new int[256];

    /** By thread: its last step so far. */
    private int[] lastStep = new int[16];

    /** By access: the one before it of the same group and object; the heads of these chains by group and object. */
    private int[] previous = new int[1024];

    private int[] stepOf = new int[1024];
    private final int[][] heads = new int[Access.GROUPS][16];

    /** The candidates of the step that is looked at. */
    private int[] candidates = new int[64];

    private boolean[] uncertain = new boolean[64];
    private int candidateCount;

    /** The monitors that the step takes: last entry before and last exit. */
    private int[] entries = new int[8];

    private int[] exits = new int[8];
    private int entryCount;

    /** The races: rows of the earlier step, the later step, and whether that is uncertain. */
    private int[] found = new int[3 * 64];

    private int foundLength;

    /** What the step had to come after, in a row of its own: the last one of the clocks. */
    private int base;

    /** Creates a finder for that log. */
    public Races(Footprints log) {
        this.log = log;
    }

    /** Whether an execution is small enough. */
    public boolean fit() {
        return StepClocks.fit(log.steps() + 1, log.threadCount());
    }

    /** Tells of the races whose later step is not before that one. */
    public void find(int from, Consumer consumer) {
        begin();
        for (int step = 0; step < log.steps(); step++) {
            enter(step);
            orderAfterConflicts(step);
            if (step >= from) {
                collect(step);
            }
        }
        // Only now the order of all steps is known.
        for (int i = 0; i < foundLength; i += 3) {
            consumer.race(found[i], found[i + 1], found[i + 2] != 0);
        }
    }

    /** Finds only what must come before what. */
    public void order() {
        find(log.steps(), (before, after, isUncertain) -> {});
    }

    /** How many steps of that thread come before the step, itself included, in every equivalent order. */
    public int needed(int step, int thread) {
        return clocks.get(step, thread);
    }

    /** Whether the one step comes before the other in every equivalent order. */
    public boolean isBefore(int step, int other) {
        return clocks.get(other, log.thread(step)) >= locals[step];
    }

    private void begin() {
        int steps = log.steps();
        base = steps;
        foundLength = 0;
        clocks.begin(steps + 1, log.threadCount());
        if (steps > locals.length) {
            locals = new int[steps * 2];
        }
        if (log.threadCount() > lastStep.length) {
            lastStep = new int[log.threadCount() * 2];
        }
        Arrays.fill(lastStep, NONE);
        int accesses = log.to(steps - 1);
        if (accesses > previous.length) {
            previous = new int[accesses * 2];
            stepOf = new int[accesses * 2];
        }
        for (int[] group : heads) {
            Arrays.fill(group, NONE);
        }
    }

    /** The step comes after the one before it of its thread, and after what enabled it. */
    private void enter(int step) {
        int thread = log.thread(step);
        int own = lastStep[thread];
        clocks.copy(step, own);
        locals[step] = own == NONE ? 1 : locals[own] + 1;
        for (int i = log.from(step); i < log.to(step); i++) {
            if (log.what(i) == Access.AFTER) {
                clocks.join(step, log.object(i));
            } else if (log.what(i) == Access.AFTER_ALL) {
                for (int other = 0; other < log.threadCount(); other++) {
                    if (lastStep[other] != NONE) {
                        clocks.join(step, lastStep[other]);
                    }
                }
            }
        }
        clocks.set(step, thread, locals[step]);
        if (step < log.executed()) {
            lastStep[thread] = step;
        }
        clocks.copy(base, step);
    }

    private void orderAfterConflicts(int step) {
        candidateCount = 0;
        entryCount = 0;
        for (int i = log.from(step); i < log.to(step); i++) {
            int group = Access.group(log.what(i));
            if (group < 0) {
                continue;
            }
            int head = head(group, log.object(i));
            stepOf[i] = step;
            if (log.what(i) == Access.ACQUIRE) {
                orderAfterEntry(step, head);
            } else {
                orderAfterChain(step, i, head);
            }
            if (step < log.executed()) {
                previous[i] = head;
                heads[group][log.object(i)] = i;
            }
        }
    }

    private int head(int group, int object) {
        if (object >= heads[group].length) {
            int before = heads[group].length;
            heads[group] = Arrays.copyOf(heads[group], object * 2);
            Arrays.fill(heads[group], before, heads[group].length, NONE);
        }
        return heads[group][object];
    }

    /** The entry of a monitor comes after the exit before it, and races with the entry before that. */
    private void orderAfterEntry(int step, int head) {
        int exit = NONE;
        int position = head;
        while (position != NONE && log.what(position) != Access.ACQUIRE) {
            if (exit == NONE) {
                exit = stepOf[position];
            }
            position = previous[position];
        }
        if (position == NONE || stepOf[position] == step) {
            return;
        }
        int entry = stepOf[position];
        if (!isInBase(entry)) {
            addEntry(entry, exit == NONE ? entry : exit);
            addCandidate(entry, false);
        }
        clocks.join(step, entry);
        if (exit != NONE) {
            clocks.join(step, exit);
        }
    }

    private void orderAfterChain(int step, int access, int head) {
        int thread = log.thread(step);
        int what = log.what(access);
        int slot = log.slot(access);
        for (int position = head; position != NONE; position = previous[position]) {
            int other = stepOf[position];
            int otherWhat = log.what(position);
            int otherSlot = log.slot(position);
            if (log.thread(other) != thread && Access.conflict(what, slot, otherWhat, otherSlot)) {
                if (what == Access.RELEASE) {
                    return;
                }
                if (!isInBase(other)) {
                    addCandidate(other, what == Access.CLOCK);
                }
                clocks.join(step, other);
            }
            if (otherWhat == Access.WRITE && (otherSlot == 0 || otherSlot == slot)) {
                return;
            }
        }
    }

    private boolean isInBase(int step) {
        return isBefore(step, base);
    }

    private void addEntry(int entry, int exit) {
        if (entryCount == entries.length) {
            entries = Arrays.copyOf(entries, entryCount * 2);
            exits = Arrays.copyOf(exits, entryCount * 2);
        }
        entries[entryCount] = entry;
        exits[entryCount++] = exit;
    }

    private void addCandidate(int step, boolean isUncertain) {
        for (int i = 0; i < candidateCount; i++) {
            if (candidates[i] == step) {
                uncertain[i] |= isUncertain;
                return;
            }
        }
        if (candidateCount == candidates.length) {
            candidates = Arrays.copyOf(candidates, candidateCount * 2);
            uncertain = Arrays.copyOf(uncertain, candidateCount * 2);
        }
        candidates[candidateCount] = step;
        uncertain[candidateCount++] = isUncertain;
    }

    private void collect(int step) {
        int kept = 0;
        for (int i = 0; i < candidateCount; i++) {
            if (!isInsideCriticalSection(candidates[i])) {
                candidates[kept] = candidates[i];
                uncertain[kept++] = uncertain[i];
            }
        }
        for (int i = 0; i < kept; i++) {
            // Who sleeps keeps later sleepers from waking until it has woken: they may come before it began.
            if (uncertain[i] || !isCovered(candidates[i], kept)) {
                if (foundLength == found.length) {
                    found = Arrays.copyOf(found, foundLength * 2);
                }
                found[foundLength++] = candidates[i];
                found[foundLength++] = step;
                found[foundLength++] = uncertain[i] ? 1 : 0;
            }
        }
    }

    /** Whether a monitor that the step takes is held before the candidate, and left only after it. */
    private boolean isInsideCriticalSection(int candidate) {
        for (int i = 0; i < entryCount; i++) {
            if (candidate > entries[i] && isBefore(candidate, exits[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean isCovered(int candidate, int count) {
        for (int i = 0; i < count; i++) {
            if (candidates[i] != candidate && isBefore(candidate, candidates[i])) {
                return true;
            }
        }
        return false;
    }
}

package dev.jcoyote.strategy;

import dev.jcoyote.analysis.LongIndex;
import dev.jcoyote.operation.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts the events of executions, by location and thread, for those strategies that weigh threads by them. */
final class LearnedProfile {
    /** The name of the learned value. */
    static final String EVENTS = "events";

    /** What later executions might add is not worth counting for. */
    private static final int LAST_COUNTED = 256;

    private static final int THREADS = 20;

    private final Locations locations = new Locations();
    private Profile inUse;
    private Profile byNow;

    /** The threads' paths, by number, of those seen so far. */
    private final List<String> paths = new ArrayList<>();

    /** Pairs of a location and a thread, and the locations; how many events each has. */
    private final LongIndex pairs = new LongIndex();

    private final LongIndex known = new LongIndex();
    private int[] pairCounts = new int[64];
    private int[] writes = new int[64];
    private int[] sharers = new int[64];
    private int[] allCounts = new int[16];
    private boolean isCounting;
    private int number;

    /** Begins with what an earlier exploration had learned. */
    LearnedProfile(Profile learned) {
        inUse = learned;
        byNow = learned;
    }

    /** The profile that the executions of this epoch use. */
    Profile inUse() {
        return inUse;
    }

    /** The profile that the next epoch uses if this one ends now. */
    Profile byNow() {
        return byNow;
    }

    /** The names of what this execution touches. */
    Locations locations() {
        return locations;
    }

    /** The paths of the threads that the strategy has met in this execution, by number. */
    List<String> paths() {
        return paths;
    }

    void beginExecution(int executionNumber) {
        number = executionNumber;
        isCounting = number <= LAST_COUNTED;
        locations.clear();
        paths.clear();
        pairs.clear();
        known.clear();
        Arrays.fill(allCounts, 0);
    }

    /** The strategy is asked to choose: new threads get their names. */
    void meet(Options options) {
        int last = paths.size() - 1;
        for (int i = 0; i < options.size(); i++) {
            last = Math.max(last, options.thread(i));
        }
        for (int thread = paths.size(); thread <= last; thread++) {
            paths.add(options.path(thread));
        }
    }

    void executed(Operation operation) {
        if (isCounting) {
            count(operation);
        }
        locations.executed(operation);
    }

    private void count(Operation operation) {
        int thread = operation.thread();
        if (thread >= allCounts.length) {
            allCounts = Arrays.copyOf(allCounts, Math.max(thread + 1, allCounts.length * 2));
        }
        allCounts[thread]++;
        long name = locations.of(operation);
        if (name == Locations.NONE || thread >= 1 << THREADS) {
            return;
        }
        int locationsBefore = known.size();
        int location = known.of(name);
        writes = fit(writes, location);
        sharers = fit(sharers, location);
        if (location == locationsBefore) {
            writes[location] = 0;
            sharers[location] = 0;
        }
        int pairsBefore = pairs.size();
        int pair = pairs.of((long) location << THREADS | thread);
        pairCounts = fit(pairCounts, pair);
        if (pair == pairsBefore) {
            pairCounts[pair] = 0;
            sharers[location]++;
        }
        pairCounts[pair]++;
        writes[location] += operation.isWrite() ? 1 : 0;
    }

    /** The operation, executed last, has turned out to be a read. */
    void compareFailed(Operation operation) {
        if (isCounting) {
            int location = known.find(locations.of(operation));
            if (location != LongIndex.ABSENT) {
                writes[location]--;
            }
        }
    }

    private static int[] fit(int[] values, int index) {
        return index < values.length ? values : Arrays.copyOf(values, index * 2);
    }

    void endExecution() {
        if (isCounting && paths.size() > 1) {
            record(Profile.ALL, allCounts);
            for (int location = 0; location < known.size(); location++) {
                if (sharers[location] > 1 && writes[location] > 0 && byNow.wants(known.key(location))) {
                    record(known.key(location), countsAt(location));
                }
            }
        }
        if (Epochs.endsAfter(number)) {
            inUse = byNow;
        }
    }

    private int[] countsAt(int location) {
        int[] counts = new int[allCounts.length];
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.key(pair) >>> THREADS == location) {
                counts[(int) pairs.key(pair) & ((1 << THREADS) - 1)] = pairCounts[pair];
            }
        }
        return counts;
    }

    private void record(long location, int[] counts) {
        if (byNow.wants(location)) {
            int[] padded = Arrays.copyOf(counts, Math.max(counts.length, paths.size()));
            byNow = byNow.with(location, new Profile.Entry(number, EventCounts.of(paths, padded)));
        }
    }
}

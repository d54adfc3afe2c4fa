package dev.jcoyote.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fair sample of the distinct happens-before graphs that executions had, and which members of a portfolio have found each:
 * the graphs with the least hashes.
 *
 * <p>Samples of two parts join to the sample of the whole, also where the parts overlap: a graph of the whole's sample is
 * among those with the least hashes in every part that has met it. (Bar-Yossef et al., "Counting Distinct Elements in a Data
 * Stream", RANDOM 2002.)
 */
final class GraphSample {
    private static final int MOST = 64;
    private static final int HASH_BITS = 32;

    /** By hash: a bit a member. */
    private final TreeMap<Long, Integer> finders;

    GraphSample() {
        this(new TreeMap<>());
    }

    private GraphSample(SortedMap<Long, Integer> finders) {
        this.finders = new TreeMap<>(finders);
    }

    GraphSample copy() {
        return new GraphSample(finders);
    }

    /** The member has met the graph. */
    void add(long graph, int member) {
        addAll(graph >>> (Long.SIZE - HASH_BITS), 1 << member);
    }

    private void addAll(long hash, int members) {
        if (finders.size() < MOST || hash <= finders.lastKey()) {
            finders.merge(hash, members, (one, other) -> one | other);
            if (finders.size() > MOST) {
                finders.pollLastEntry();
            }
        }
    }

    void join(GraphSample other) {
        other.finders.forEach(this::addAll);
    }

    /** About how many distinct graphs there were. */
    double distinct() {
        if (finders.size() < MOST) {
            return finders.size();
        }
        return (MOST - 1) * (double) (1L << HASH_BITS) / (finders.lastKey() + 1);
    }

    /** About how many graphs are the member's: one that several have found counts in equal parts for each. */
    double credit(int member) {
        double credit = 0;
        for (int members : finders.values()) {
            credit += (members >> member & 1) / (double) Integer.bitCount(members);
        }
        return finders.isEmpty() ? 0 : credit * distinct() / finders.size();
    }

    /** The form that {@link #parse} takes back: hashes with their members, in hexadecimal. */
    String text() {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Long, Integer> entry : finders.entrySet()) {
            parts.add(Long.toHexString(entry.getKey()) + ":" + Integer.toHexString(entry.getValue()));
        }
        return String.join(",", parts);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is nothing that {@code text} writes
     */
    static GraphSample parse(String text, int members) {
        GraphSample sample = new GraphSample();
        if (text.isEmpty()) {
            return sample;
        }
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            long hash = Long.parseLong(part.substring(0, Math.max(0, colon)), 16);
            int finders = Integer.parseInt(part.substring(colon + 1), 16);
            if (hash < 0 || hash >>> HASH_BITS != 0 || finders < 1 || finders >= 1 << members) {
                throw new IllegalArgumentException("\"" + part + "\" is no graph with its finders");
            }
            sample.addAll(hash, finders);
        }
        return sample;
    }
}

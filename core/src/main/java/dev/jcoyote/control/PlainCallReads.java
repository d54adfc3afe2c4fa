package dev.jcoyote.control;

import dev.jcoyote.bridge.Sites;
import java.util.Arrays;
import java.util.Set;

/** Which calls of collections that are not thread-safe, of their views and of their iterators only read them. */
final class PlainCallReads {
    private static final byte READ = 1;
    private static final byte WRITE = 2;

    private static final Set<String> NAMES = Set.of(
            "cardinality",
            "ceiling",
            "ceilingEntry",
            "ceilingKey",
            "charAt",
            "chars",
            "clone",
            "comparator",
            "descendingIterator",
            "descendingKeySet",
            "descendingMap",
            "descendingSet",
            "entrySet",
            "first",
            "floor",
            "floorEntry",
            "floorKey",
            "forEach",
            "forEachRemaining",
            "headMap",
            "headSet",
            "higher",
            "higherEntry",
            "higherKey",
            "intersects",
            "iterator",
            "keySet",
            "last",
            "listIterator",
            "lower",
            "lowerEntry",
            "lowerKey",
            "navigableKeySet",
            "next",
            "nextClearBit",
            "nextIndex",
            "nextSetBit",
            "parallelStream",
            "previous",
            "previousClearBit",
            "previousIndex",
            "previousSetBit",
            "reversed",
            "spliterator",
            "stream",
            "subList",
            "subMap",
            "subSequence",
            "subSet",
            "substring",
            "tailMap",
            "tailSet",
            "values");

    private byte[] bySite = new byte[1024];

    /** Whether the call there may change its receiver. */
    boolean isWrite(int site) {
        if (site >= bySite.length) {
            bySite = Arrays.copyOf(bySite, Math.max(site + 1, bySite.length * 2));
        }
        if (bySite[site] == 0) {
            String target = Sites.target(site);
            boolean read = !Sites.isWrite(site) || NAMES.contains(target.substring(target.lastIndexOf('.') + 1));
            bySite[site] = read ? READ : WRITE;
        }
        return bySite[site] == WRITE;
    }
}

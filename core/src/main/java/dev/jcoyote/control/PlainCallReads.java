package dev.jcoyote.control;

import dev.jcoyote.bridge.Sites;
import java.util.Set;

/** Which calls of collections that are not thread-safe, of their views and of their iterators only read them. */
final class PlainCallReads {
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

    private final CalledNames reads = new CalledNames(NAMES);

    /** Whether the call there may change its receiver. */
    boolean isWrite(int site) {
        return Sites.isWrite(site) && !reads.contains(site);
    }
}

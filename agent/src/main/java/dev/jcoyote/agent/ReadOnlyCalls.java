package dev.jcoyote.agent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of methods that leave their receiver as it is. Two such calls of different threads commute, so a search may
 * skip one of their orders: a name is listed only if it is true of every concurrent class and collection of the JDK.
 */
final class ReadOnlyCalls {
    private static final Set<String> READS = new HashSet<>(Arrays.asList(
            "get",
            "getOrDefault",
            "size",
            "mappingCount",
            "count",
            "sum",
            "element",
            "elementAt",
            "firstElement",
            "lastElement",
            "firstKey",
            "lastKey",
            "firstEntry",
            "lastEntry",
            "indexOf",
            "lastIndexOf",
            "search",
            "empty",
            "hasNext",
            "hasPrevious",
            "hasMoreElements",
            "length",
            "intValue",
            "longValue",
            "floatValue",
            "doubleValue",
            "remainingCapacity",
            "availablePermits",
            "resultNow",
            "exceptionNow",
            "state",
            "validate",
            "equals",
            "hashCode",
            "toString",
            "toArray"));

    private static final String[] READ_PREFIXES = {"contains", "peek", "hasQueued", "hasWait"};

    private ReadOnlyCalls() {}

    /** Whether a call of that name only reads. */
    static boolean contains(String name) {
        if (READS.contains(name)) {
            return true;
        }
        for (String prefix : READ_PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        // getCount and getAcquire, but not getAndSet; isDone, but not issue
        return (hasWord(name, "get") && !name.startsWith("getAnd")) || hasWord(name, "is");
    }

    private static boolean hasWord(String name, String word) {
        return name.length() > word.length()
                && name.startsWith(word)
                && Character.isUpperCase(name.charAt(word.length()));
    }
}

package dev.jcoyote.strategy;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The calls of JDK classes that an exhaustive search takes for more than they promise, where it has met them. */
final class MetCalls {
    private static final byte UNSEEN = 0;
    private static final byte SEEN = 1;

    /** Methods that look at or change many elements, one after the other. */
    private static final Pattern BULK =
            Pattern.compile("(?!Atomic).*\\.(values|keySet|entrySet|iterator|descendingIterator|"
                    + "listIterator|spliterator|stream|parallelStream|size|isEmpty|mappingCount|forEach.*|reduce.*|search.*|toArray|"
                    + "putAll|addAll|removeAll|retainAll|containsAll|removeIf|replaceAll|drainTo|clear|contains|containsValue|"
                    + "equals|hashCode|toString)");

    private static final Pattern WEAK =
            Pattern.compile(".*\\.(.*(Opaque|Acquire|Release|Plain).*|lazySet|weakCompareAndSet)");

    private final Set<String> bulk = new TreeSet<>();
    private final Set<String> weak = new TreeSet<>();
    private byte[] seen = new byte[256];

    void met(Operation operation) {
        int site = operation.site();
        if (operation.kind() != OperationKind.CALL || site < 0) {
            return;
        }
        if (site >= seen.length) {
            seen = Arrays.copyOf(seen, site * 2);
        }
        if (seen[site] == UNSEEN) {
            seen[site] = SEEN;
            String target = Sites.target(site);
            if (WEAK.matcher(target).matches()) {
                weak.add(target);
            } else if (BULK.matcher(target).matches()) {
                bulk.add(target);
            }
        }
    }

    /** The weakly consistent calls that were met, in order. */
    Set<String> bulk() {
        return bulk;
    }

    /** The accesses in weak modes that were met, in order. */
    Set<String> weak() {
        return weak;
    }
}

package dev.jcoyote.strategy;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Where a method does the same on several lines, which of them a recorded decision without a known line stands for: that
 * cannot be known, so a replay takes the first that it comes to, and another one the last.
 */
final class Places {
    private final boolean last;
    private final Map<Integer, NavigableSet<Integer>> lines = new HashMap<>();
    private boolean open;

    /** Creates the choice of the first places, or of the last. */
    Places(boolean last) {
        this.last = last;
    }

    /** Whether the other choice would have been another one, so far. */
    boolean areOpen() {
        return open;
    }

    void clear() {
        open = false;
    }

    /** Whether the decision is to apply there. */
    boolean accept(Operation operation) {
        int site = operation.site();
        if (site == Sites.UNKNOWN) {
            return true;
        }
        NavigableSet<Integer> all = lines.computeIfAbsent(site, Places::linesOf);
        open |= all.size() > 1;
        return !last || Sites.frame(site).getLineNumber() == all.last();
    }

    /** Whether the method, given with its class, has no operation in any class that is loaded. */
    static boolean haveNone(String method) {
        for (int row = 1; row < Sites.count(); row++) {
            String known = Sites.className(row) + '.' + Sites.method(row);
            if (method.equals(Sites.withoutNumbers(known))) {
                return false;
            }
        }
        return true;
    }

    /** The lines of the method that do the same. */
    private static NavigableSet<Integer> linesOf(int site) {
        NavigableSet<Integer> lines = new TreeSet<>();
        for (int row = 1; row < Sites.count(); row++) {
            if (Sites.codeHash(row) == Sites.codeHash(site) && Sites.kind(row) == Sites.kind(site)) {
                lines.add(Sites.frame(row).getLineNumber());
            }
        }
        return lines;
    }
}

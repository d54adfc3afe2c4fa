package dev.jcoyote.strategy;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.schedule.Decision;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the lines of recorded code positions are now: an edit above them has moved them, which is no difference.
 *
 * <p>Of one operation in one method each recorded line has one line now, and their order is kept.
 */
final class LineShifts {
    private final Map<String, TreeMap<Integer, Integer>> lines = new HashMap<>();

    void clear() {
        lines.clear();
    }

    /** Whether a site that has the decision's operation can be the recorded one, by its method and its line. */
    boolean allow(Decision decision, String site) {
        if (!method(decision.site()).equals(method(site))) {
            return false;
        }
        TreeMap<Integer, Integer> known = lines.get(key(decision));
        if (known == null) {
            return true;
        }
        int line = line(site);
        Map.Entry<Integer, Integer> before = known.floorEntry(line(decision.site()));
        Map.Entry<Integer, Integer> after = known.ceilingEntry(line(decision.site()));
        return (before == null || before.getValue() <= line) && (after == null || after.getValue() >= line);
    }

    /** Whether it is known where the decision's line is now. */
    boolean isKnown(Decision decision) {
        TreeMap<Integer, Integer> known = lines.get(key(decision));
        return known != null && known.containsKey(line(decision.site()));
    }

    /** The site is the recorded one. */
    void learn(Decision decision, String site) {
        lines.computeIfAbsent(key(decision), added -> new TreeMap<>()).put(line(decision.site()), line(site));
    }

    /** The class and method of a site, without the numbers that the compiler gives. */
    static String method(String site) {
        int colon = site.lastIndexOf(':');
        return Sites.withoutNumbers(colon < 0 ? site : site.substring(0, colon));
    }

    private static String key(Decision decision) {
        return decision.operation() + ' ' + method(decision.site());
    }

    static int line(String site) {
        try {
            return Integer.parseInt(site.substring(site.lastIndexOf(':') + 1));
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}

package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.DataLog;
import dev.jcoyote.analysis.Touch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which of the flips that passed to name: that of program data rather than of locks, and the two around another
 * thread's access rather than one of them; then the one nearest to where a thread was interrupted.
 */
final class Choice {
    /**
     * Two accesses of one thread that another thread's came between: the test passes if that comes before both or after both.
     *
     * @param before the first of the two, and the other thread's
     * @param after the other thread's, and the second of the two
     */
    record Between(Pair before, Pair after) {
        /** Whether all are accesses of the same data. */
        boolean isOfOnePlace() {
            return before.isOfData()
                    && after.isOfData()
                    && Objects.requireNonNull(before.first()).isOfSamePlaceAs(Objects.requireNonNull(after.second()));
        }

        /** Whether the two are the same call in two rounds of a loop, which seldom belong together. */
        boolean isOfRounds() {
            Touch first = before.first();
            Touch last = after.second();
            return first != null && last != null && first.slot() == 0 && first.site() == last.site();
        }

        /** Whether one of the two flips needed more to be turned round than its pair. */
        boolean isForced() {
            return before.flip().isForced() || after.flip().isForced();
        }

        /** How many steps lie between the two accesses of the one thread. */
        int length() {
            return after.flip().after() - before.flip().before();
        }

        /** Whether the other thread's accesses all lie between. */
        boolean isEnclosing() {
            return before.flip().before() < after.flip().before()
                    && before.flip().after() < after.flip().after();
        }
    }

    private final Flips flips;
    private final List<Pair> pairs = new ArrayList<>();

    Choice(Flips flips, DataLog data) {
        this.flips = flips;
        Pairs named = new Pairs(data, flips);
        for (Flip flip : flips.passing()) {
            pairs.addAll(named.of(flip));
        }
    }

    /** The best pair; null if no flip passed. */
    @Nullable
    Pair single() {
        return pairs.stream()
                .filter(pair -> !pair.flip().isForced())
                .min(Comparator.comparing((Pair pair) -> flips.checks().reach(pair.flip()) == Reach.NEVER)
                        .thenComparingInt(Choice::rank)
                        .thenComparing(pair -> flips.checks().reach(pair.flip()))
                        .thenComparing(Choice::isProtected)
                        .thenComparingInt(pair -> flips.distance(pair.flip()))
                        .thenComparingInt(Choice::reading))
                .orElse(null);
    }

    /** The best one with an access between two others; null if there is none. */
    @Nullable
    Between between() {
        List<Between> all = new ArrayList<>();
        for (Pair first : pairs) {
            for (Pair second : pairs) {
                Between between = new Between(first, second);
                if (isOuter(first.flip(), second.flip()) && between.isEnclosing()) {
                    all.add(between);
                }
            }
        }
        return all.stream()
                .min(Comparator.comparing((Between each) -> reach(each) == Reach.NEVER)
                        .thenComparingInt(each -> rank(each.before()) + rank(each.after()))
                        .thenComparing(each -> flips.isPending(each.after().flip()))
                        .thenComparing(this::reach)
                        .thenComparing(Between::isOfRounds)
                        .thenComparing(Between::isForced)
                        .thenComparingInt(this::evidence)
                        .thenComparingInt(Between::length)
                        .thenComparingInt(each -> reading(each.before()) + reading(each.after()))
                        .thenComparingInt(each -> flips.distance(each.before().flip())))
                .orElse(null);
    }

    /** Two accesses of one place belong together, and most if the second is of the check that fails. */
    private int evidence(Between between) {
        if (!between.isOfOnePlace()) {
            return 2;
        }
        return flips.checks().check().contains(between.after().second()) ? 0 : 1;
    }

    /** How far the better of the two executions comes, that with the one flip and that with the other. */
    Reach reach(Between between) {
        Reach before = flips.checks().reach(between.before().flip());
        Reach after = flips.checks().reach(between.after().flip());
        return before.compareTo(after) < 0 ? before : after;
    }

    /** Whether the one thread's steps, the first and the last of the four, are around the other thread's. */
    private boolean isOuter(Flip first, Flip second) {
        return flips.threadOf(first.before()) == flips.threadOf(second.after())
                && flips.threadOf(first.after()) == flips.threadOf(second.before());
    }

    /** Data of the program first, then data of libraries, then the rest. */
    static int rank(Pair pair) {
        Touch touch = pair.first();
        return touch == null ? 2 : Pairs.isOfProgram(touch) ? 0 : 1;
    }

    /** Whether both hold a common lock, which no fix has to bring. */
    private static boolean isProtected(Pair pair) {
        Touch first = pair.first();
        Touch second = pair.second();
        return first != null && second != null && Protection.common(first, second) != null;
    }

    /** A value that is read shows what went wrong, rather than one that is only written. */
    private static int reading(Pair pair) {
        Touch first = pair.first();
        Touch second = pair.second();
        return first != null && second != null && first.write() && second.write() ? 1 : 0;
    }
}

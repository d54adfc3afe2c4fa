package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.Section;
import dev.jcoyote.analysis.Touch;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.explain.cause.Cause.Kind;
import dev.jcoyote.explain.cause.Choice.Between;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names the accesses of data whose order makes the difference, or the operations if it is no data. */
final class DataCause {
    private final Execution execution;
    private final Words words;
    private final Flips flips;
    private final Choice choice;

    DataCause(Execution execution, Flips flips) {
        this.execution = execution;
        this.words = execution.words();
        this.flips = flips;
        this.choice = new Choice(flips, execution.data());
    }

    Cause find() {
        Pair single = Objects.requireNonNull(choice.single(), "No flip passed");
        Between between = choice.between();
        boolean isBetween = between != null
                && Choice.rank(between.before()) <= Choice.rank(single)
                && between.before().isOfData()
                && between.after().isOfData()
                && (choice.reach(between) != Reach.NEVER || flips.checks().reach(single.flip()) == Reach.NEVER);
        return isBetween ? atomicity(Objects.requireNonNull(between)) : order(single);
    }

    private Cause atomicity(Between between) {
        Touch first = Objects.requireNonNull(between.before().first());
        Touch last = Objects.requireNonNull(between.after().second());
        Touch entered = Objects.requireNonNull(between.before().second());
        Touch left = Objects.requireNonNull(between.after().first());
        Touch middle = entered.write() || !between.isOfOnePlace() ? entered : left;
        List<Touch> named = new ArrayList<>(List.of(first, middle, last));
        String one = words.thread(first.thread());
        String other = words.thread(middle.thread());
        StringBuilder text = new StringBuilder();
        String then = between.isOfOnePlace() && words.isAccess(last)
                ? (last.write() ? "writes" : "reads") + " it"
                : words.deed(last);
        text.append(one + " " + words.deed(first) + Words.at(first.site()) + " and then " + then
                + Words.at(last.site()) + "; in between, " + other + " " + words.deed(middle)
                + Words.at(middle.site()));
        if (!left.isOfSamePlaceAs(middle)) {
            text.append(" and " + words.deed(left) + Words.at(left.site()));
            named.add(left);
        }
        text.append(".\nIf " + other + "'s " + words.noun(middle) + " comes before both or after both, the test passes"
                + reservation(choice.reach(between)) + ".\n");
        text.append(separation(named, first, middle, last, one, other));
        text.append('\n').append(advice(first, middle, last, other));
        return flips.cause(
                Kind.ATOMICITY,
                List.of(
                        execution.place(first.step(), first),
                        execution.place(middle.step(), middle),
                        execution.place(last.step(), last)),
                text);
    }

    /** What does not keep the other thread out. */
    private String separation(List<Touch> named, Touch first, Touch middle, Touch last, String one, String other) {
        Section around = around(first, middle, last);
        if (around != null) {
            return one + " holds " + words.lock(around) + " over both, but " + other + " does not take it.";
        }
        Section common = Protection.common(first, last, middle);
        if (common != null) {
            String too = Protection.isHeld(common, middle) ? ", and " + other + " takes it there" : "";
            return one + " holds " + words.lock(common) + " for each, but gives it up in between" + too + ".";
        }
        String others = othersHold(named);
        return others.isEmpty()
                ? "Nothing keeps " + other + " out in between: " + one + " holds no lock over both."
                : others;
    }

    /** The section that both of the one thread's accesses are in, unless it is another lock that protects the place. */
    private static @Nullable Section around(Touch first, Touch middle, Touch last) {
        Section common = Protection.common(first, last);
        boolean isOther = common != null && Protection.around(first, last) == null && Protection.isHeld(common, middle);
        for (Section section : first.sections()) {
            isOther |= Protection.isHeld(section, last) && Protection.isHeld(section, middle);
        }
        return isOther ? null : Protection.around(first, last);
    }

    /** Which lock the other accesses of the place hold, where these do not; empty if there is none. */
    private String othersHold(List<Touch> named) {
        List<Touch> others = new Protection(execution.data(), execution.threadCount()).others(named);
        Section lock = Protection.ofAll(others);
        if (lock == null) {
            return "";
        }
        Touch bare = null;
        for (Touch touch : named) {
            if (touch.isOfSamePlaceAs(named.get(0)) && !Protection.isHeld(lock, touch)) {
                bare = touch;
            }
        }
        if (bare == null) {
            return "";
        }
        String count = others.size() == 1 ? "The other access of " : "The other " + others.size() + " accesses of ";
        return count + words.place(bare) + (others.size() == 1 ? " holds " : " hold ") + words.lock(lock) + "; the "
                + words.noun(bare) + Words.at(bare.site()) + " does not.";
    }

    private String advice(Touch first, Touch middle, Touch last, String other) {
        Section around = around(first, middle, last);
        if (around != null) {
            return "Have " + other + " take " + words.lock(around) + ", too.";
        }
        Section common = Protection.common(first, last, middle);
        if (common != null && Protection.isHeld(common, middle)) {
            return "Hold " + words.lock(common) + " from the first to the second.";
        }
        if (isSameAgain(first, middle, last)) {
            return "The compareAndSet succeeds although the value has changed, as it is the same again: an"
                    + " AtomicStampedReference tells them apart.";
        }
        String atomic = atomicOperation(first, last, middle);
        return atomic.isEmpty()
                ? "Hold one lock over both, and take it in " + other + " too."
                : "Make the two one atomic operation, such as " + atomic
                        + ", or hold one lock over both, and take it in " + other + " too.";
    }

    /** Whether a value was compared with the one read before, and has been another one in between. */
    private boolean isSameAgain(Touch first, Touch middle, Touch last) {
        boolean isOther = execution.data().touches().stream()
                .anyMatch(each -> each.thread() == first.thread()
                        && each.step() > first.step()
                        && each.step() < last.step()
                        && each.isOfSamePlaceAs(first));
        return !isOther
                && Sites.target(first.site()).endsWith(".get")
                && Sites.target(last.site()).endsWith(".compareAndSet")
                && first.isOfSamePlaceAs(last)
                && middle.isOfSamePlaceAs(last)
                && middle.write()
                && last.write();
    }

    private static String atomicOperation(Touch first, Touch last, Touch middle) {
        Set<String> types = new LinkedHashSet<>();
        for (Touch touch : List.of(first, last, middle)) {
            String target = Sites.target(touch.site());
            boolean isCall = Sites.slot(touch.site()) == 0 && target.indexOf('.') > 0 && touch.isPoint();
            types.add(isCall && touch.resource() == first.resource() ? target.substring(0, target.indexOf('.')) : "");
        }
        if (types.contains("")) {
            return "";
        }
        String type = types.iterator().next();
        if (type.endsWith("Map")) {
            return "computeIfAbsent, merge or replace";
        }
        boolean isAtomic = type.startsWith("Atomic") && !type.contains("Boolean") && !type.contains("Updater");
        return isAtomic ? "updateAndGet or a compareAndSet that is tried again" : "";
    }

    private Cause order(Pair pair) {
        Flip flip = pair.flip();
        Touch first = pair.first();
        Touch second = pair.second();
        String early = words.thread(execution.threadOf(flip.before()));
        String late = words.thread(execution.threadOf(flip.after()));
        String earlyDeed = first == null ? execution.deed(flip.before()) : words.deed(first);
        String lateDeed = second == null ? execution.deed(flip.after()) : words.deed(second);
        String earlySite = Words.at(first == null ? execution.siteOf(flip.before()) : first.site());
        String lateSite = Words.at(second == null ? execution.siteOf(flip.after()) : second.site());
        StringBuilder text = new StringBuilder();
        text.append(early + " " + earlyDeed + earlySite + " before " + late + " " + lateDeed + lateSite + ".\n");
        String subject = second == null ? "step" : words.noun(second);
        Reach reach = flips.checks().reach(flip);
        text.append("If " + late + "'s " + subject + " comes first, the test passes" + reservation(reach) + ".\n");
        text.append("Nothing makes " + early + " wait until " + late + " has done it" + apart(first, second) + ".");
        if (first != null && second != null) {
            String others = othersHold(List.of(first, second));
            text.append(others.isEmpty() ? "" : "\n" + others);
        }
        text.append(
                reach != Reach.NEVER || flips.checks().isPassed()
                        ? "\nIf " + late + " has to come first, let " + early
                                + " wait for it: join it, or use a latch or a wait in a loop."
                        : "\nNo order that was tried comes to the check and passes it: the check itself may be wrong.");
        return flips.cause(
                Kind.ORDER,
                List.of(execution.place(flip.before(), first), execution.place(flip.after(), second)),
                text);
    }

    /** What has to be said of an execution that passes without the check. */
    private String reservation(Reach reach) {
        return reach != Reach.NEVER
                ? ""
                : ", but only because it does not come to the check that fails"
                        + Words.at(flips.checks().check().site());
    }

    private String apart(@Nullable Touch first, @Nullable Touch second) {
        Section common = first == null || second == null ? null : Protection.common(first, second);
        return common == null ? "" : ": both hold " + words.lock(common) + ", which keeps them apart but in no order";
    }
}

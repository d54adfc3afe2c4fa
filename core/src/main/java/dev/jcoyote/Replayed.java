package dev.jcoyote;

import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.strategy.Following;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the replay of a schedule has shown.
 *
 * @param file where the schedule was read; null if it was no file
 * @param category what it comes to
 * @param decisions how many decisions were recorded
 * @param applied how many of them still applied, in the recorded order
 * @param lost each decision that did not apply, in words
 * @param late each decision that applied only after one that was recorded after it, in words
 * @param moved each decision that applied where the code is now, in words
 * @param reason why it is that category, in words; empty where there is nothing to say
 */
public record Replayed(
        @Nullable Path file,
        ReplayCategory category,
        int decisions,
        int applied,
        List<String> lost,
        List<String> late,
        List<String> moved,
        String reason) {
    private static final int MOST_TOLD = 3;
    private static final Pattern IDENTITY_HASH = Pattern.compile("(?<=[\\w;])@[0-9a-f]{1,8}\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)*");

    /** Copies the lists. */
    public Replayed {
        lost = List.copyOf(lost);
        late = List.copyOf(late);
        moved = List.copyOf(moved);
    }

    /** Judges an execution by what was recorded. */
    static Replayed of(Report report, Schedule schedule, Following following, Ending ending, boolean isCutShort) {
        String recorded = schedule.header(Schedule.FAILURE);
        ReplayCategory category;
        String reason = "";
        if (!report.bugs().isEmpty()) {
            Bug bug = report.bugs().get(0);
            String found = bug.kind().id() + ": " + bug.message();
            boolean isSame = recorded != null && essence(recorded).equals(essence(found));
            category = isSame ? ReplayCategory.STILL_FAILS : ReplayCategory.FAILS_OTHERWISE;
            reason = isSame || recorded == null ? found : found + ", and not " + recorded;
        } else if (isCutShort) {
            category = ReplayCategory.NO_LONGER_APPLIES;
            reason = "the code no longer fits";
        } else if (ending != Ending.COMPLETED && ending != Ending.EXIT) {
            category = ReplayCategory.NO_LONGER_APPLIES;
            reason = "the execution did not come to its end";
        } else if (!following.isMeaningful()) {
            category = ReplayCategory.NO_LONGER_APPLIES;
            reason = following.areSwitchesThere()
                    ? "most of it is gone"
                    : following.missing() + " of the " + following.essential()
                            + " decisions at its switches between threads are gone";
            if (!following.goneThreads().isEmpty()) {
                reason += " (there is no thread " + String.join(", ", following.goneThreads()) + ")";
            }
        } else {
            category = ReplayCategory.PASSES;
        }
        return new Replayed(
                null,
                category,
                following.decisions(),
                following.applied(),
                following.lost(),
                following.late(),
                following.moved(),
                reason);
    }

    /** What a schedule comes to that cannot be replayed. */
    public static Replayed unusable(Path file, String reason) {
        return new Replayed(file, ReplayCategory.UNUSABLE, 0, 0, List.of(), List.of(), List.of(), reason);
    }

    /** The same, of a schedule that was read there. */
    public Replayed of(Path source) {
        return new Replayed(source, category, decisions, applied, lost, late, moved, reason);
    }

    /** Which decisions applied, in a sentence: {@code 31 of 34 decisions applied; 3 did not: ...}. */
    public String following() {
        StringBuilder text = new StringBuilder(count());
        if (!lost.isEmpty()) {
            text.append("; ").append(lost.size()).append(" did not: ");
            append(text, lost);
        }
        if (!late.isEmpty()) {
            text.append("; ").append(late.size()).append(" came later than recorded: ");
            append(text, late);
        }
        if (!moved.isEmpty()) {
            text.append("; the code of ").append(moved.size()).append(" was moved: ");
            append(text, moved);
        }
        return text.toString();
    }

    /** Why it is that category and which decisions applied. */
    public String details() {
        if (category == ReplayCategory.UNUSABLE) {
            return reason;
        }
        return reason.isEmpty() ? following() : reason + "; " + following();
    }

    /** Like {@link #details}, but with the numbers alone where decisions did not apply. */
    public String brief() {
        if (category == ReplayCategory.UNUSABLE) {
            return reason;
        }
        return (reason.isEmpty() || category == ReplayCategory.STILL_FAILS ? "" : reason + "; ") + count();
    }

    private String count() {
        return (applied == decisions ? "all " : applied + " of ") + decisions
                + (decisions == 1 ? " decision" : " decisions") + " applied";
    }

    private static void append(StringBuilder text, List<String> sentences) {
        int told = Math.min(MOST_TOLD, sentences.size());
        text.append(String.join(", ", sentences.subList(0, told)));
        if (told < sentences.size()) {
            text.append(" and ").append(sentences.size() - told).append(" more");
        }
    }

    /** A failure without what differs from run to run, and with the order of threads: addresses, numbers, paths of threads. */
    private static String essence(String failure) {
        return NUMBER.matcher(IDENTITY_HASH.matcher(failure).replaceAll("@")).replaceAll("#");
    }
}

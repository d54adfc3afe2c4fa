package dev.jcoyote.cli;

import dev.jcoyote.Bug;
import dev.jcoyote.ReplayCategory;
import dev.jcoyote.Replayed;
import dev.jcoyote.Report;
import dev.jcoyote.Verdict;
import dev.jcoyote.schedule.Schedule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a replay shows.
 *
 * @param text the last lines of the output
 * @param exitCode 2 if the execution failed, 1 if it could not be followed, 0 if it no longer fails
 */
record ReplayVerdict(String text, int exitCode) {
    private static final Pattern IDENTITY_HASH = Pattern.compile("(?<=[\\w;])@[0-9a-f]{1,8}\\b");

    /** Compares the report of a replay with what was recorded. */
    static ReplayVerdict of(Report report, Schedule schedule, boolean tolerant) {
        String divergence = report.divergence() == null ? "" : Text.wrap("", "Diverged: " + report.divergence()) + "\n";
        if (tolerant && report.divergence() != null) {
            for (Replayed replayed : report.replays()) {
                divergence += Text.wrap("", "Followed: " + replayed.following()) + "\n";
            }
        }
        String recorded = schedule.header(Schedule.FAILURE);
        if (!report.bugs().isEmpty()) {
            Bug bug = report.bugs().get(0);
            return new ReplayVerdict(divergence + "FAILED: " + compare(bug, recorded), ExitCode.BUG);
        }
        if (report.verdict() == Verdict.ERROR) {
            return new ReplayVerdict(divergence + "ERROR: the replay failed; see the warnings.", ExitCode.INTERNAL);
        }
        if (!divergence.isEmpty() && !tolerant) {
            String jdk = schedule.header(Schedule.JDK);
            String other =
                    jdk == null || jdk.equals(Integer.toString(Runtime.version().feature()))
                            ? ""
                            : "It was recorded on JDK " + jdk + ": replay it there, or add";
            return new ReplayVerdict(
                    divergence + "INCOMPLETE: the code no longer fits the schedule; no bug until there.\n"
                            + (other.isEmpty() ? "Add" : other) + " --tolerant to go on as well as it can.",
                    ExitCode.USAGE);
        }
        Replayed gone = report.replays().stream()
                .filter(replayed -> replayed.category() == ReplayCategory.NO_LONGER_APPLIES)
                .findFirst()
                .orElse(null);
        if (gone != null) {
            return new ReplayVerdict(
                    divergence + Text.wrap("", "INCOMPLETE: the schedule no longer applies: " + gone.reason() + "."),
                    ExitCode.FINE);
        }
        if (report.verdict() == Verdict.INCOMPLETE) {
            return new ReplayVerdict(divergence + "INCOMPLETE: no bug, but see the warnings.", ExitCode.FINE);
        }
        String passed = recorded == null ? "the schedule does not fail." : "the schedule no longer fails.";
        return new ReplayVerdict(divergence + "PASSED: " + passed, ExitCode.FINE);
    }

    private static String compare(Bug bug, @Nullable String recorded) {
        if (recorded == null) {
            return "the schedule fails; no failure was recorded with it.";
        }
        String found = bug.kind().id() + ": " + bug.message();
        if (withoutHashes(recorded).equals(withoutHashes(found))) {
            return "reproduced the recorded failure.";
        }
        return "the schedule fails, but differently.\n" + Text.wrap("  recorded: ", recorded) + "\n"
                + Text.wrap("  now:      ", found);
    }

    /** {@code Object.toString} ends in the identity hash, which each JVM draws anew. */
    private static String withoutHashes(String message) {
        return IDENTITY_HASH.matcher(message).replaceAll("@");
    }
}

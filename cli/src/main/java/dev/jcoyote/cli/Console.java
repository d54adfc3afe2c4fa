package dev.jcoyote.cli;

import dev.jcoyote.Bug;
import dev.jcoyote.Explanation;
import dev.jcoyote.PctBound;
import dev.jcoyote.Race;
import dev.jcoyote.Range;
import dev.jcoyote.ReplayCategory;
import dev.jcoyote.Replayed;
import dev.jcoyote.Report;
import dev.jcoyote.SearchStatistics;
import dev.jcoyote.TimedWaits;
import dev.jcoyote.Verdict;
import dev.jcoyote.Verification;
import dev.jcoyote.report.ExplanationText;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** What an exploration or a replay prints, in the shape that users of Coyote know. */
final class Console {
    /** Of fewer executions nobody can say what further ones would find. */
    private static final int FEWEST_TO_JUDGE = 100;

    private final PrintStream out;
    private final Verbosity verbosity;
    private final Progress progress;

    Console(Terminal terminal, Verbosity verbosity) {
        out = terminal.out();
        this.verbosity = verbosity;
        progress = new Progress(out, terminal.live() && verbosity == Verbosity.NORMAL);
    }

    /** The first line of a command that runs several test methods. */
    void begin(String program) {
        say(". Testing " + program);
    }

    /** The first lines: what is tested. */
    void begin(String program, String method) {
        begin(program, method, 1);
    }

    /**
     * The first lines.
     *
     * @param workers how many JVMs share the executions
     */
    void begin(String program, String method, int workers) {
        say(". Testing " + program);
        say("... Method " + method);
        say("... Started the controlled scheduler (JDK " + System.getProperty("java.version")
                + (workers > 1 ? ", " + workers + " workers)" : ")"));
    }

    void strategy(String name, long seed) {
        say("... Using the '" + name + "' strategy (seed: " + seed + ")");
    }

    void replaying(String schedule, int decisions) {
        say("... Replaying " + schedule + " (" + Text.count(decisions, "decision") + ")");
    }

    /** The number of the last execution, if nothing ends the exploration before. */
    void expect(int executions) {
        progress.expect(executions);
    }

    /** An execution begins. */
    void execution(int number) {
        if (verbosity != Verbosity.QUIET) {
            progress.execution(number);
        }
    }

    /** A bug was found, and is on disk if it is written at all. */
    void bug(Bug bug, String replayCommand) {
        bug("... Found a bug in execution #" + bug.execution() + ": ", bug);
        if (bug.reportFile() != null) {
            say("..... Writing " + bug.reportFile());
        }
        if (bug.scheduleFile() != null) {
            say("..... Writing " + bug.scheduleFile());
        }
        if (!replayCommand.isEmpty()) {
            out.println("... Replay it with: " + replayCommand);
        }
        advise(bug);
        if (verbosity == Verbosity.VERBOSE) {
            report(bug);
        }
    }

    /** A bug that a replay met, with its report. */
    void replayed(Bug bug) {
        bug("... The execution fails: ", bug);
        advise(bug);
        report(bug);
    }

    /** A bug that a replay met, with the reason, or with all of its report. */
    void explained(Bug bug) {
        bug("... The execution fails: ", bug);
        if (verbosity == Verbosity.VERBOSE) {
            report(bug);
        } else {
            explanation(bug);
        }
    }

    /** Why a bug happens, as far as that was found out. */
    void explanation(Bug bug) {
        Explanation explanation = bug.explanation();
        if (explanation == null || verbosity == Verbosity.QUIET) {
            return;
        }
        progress.clear();
        Explanation.Minimized minimized = explanation.minimized();
        if (minimized != null && minimized.scheduleFile() != null) {
            out.println("..... Writing " + minimized.scheduleFile());
        }
        String steps = verbosity == Verbosity.VERBOSE
                ? ExplanationText.allSteps(explanation.trace(), explanation.allSteps())
                : "";
        String text = explanation.screenText() + steps;
        if (!text.isEmpty()) {
            out.println();
            out.println(Text.onScreen(text.stripTrailing()));
            out.println();
        }
    }

    /** What a schedule of a folder still shows. */
    void replayed(Replayed replayed) {
        ReplayCategory category = replayed.category();
        if (category == ReplayCategory.PASSES || category == ReplayCategory.NO_LONGER_APPLIES) {
            say(line(replayed));
        } else {
            out.println(line(replayed));
        }
    }

    private String line(Replayed replayed) {
        String name = replayed.file() == null ? "" : replayed.file().getFileName() + ": ";
        String line = name + replayed.category().text();
        return verbosity == Verbosity.VERBOSE
                ? Text.wrap("..... ", line + " (" + replayed.details() + ")")
                : "..... " + line + " (" + replayed.brief() + ")";
    }

    private void bug(String lead, Bug bug) {
        progress.clear();
        out.println(lead + bug.kind().id());
        for (String line : BugText.lines(bug)) {
            out.println(Text.wrap("      ", line));
        }
    }

    private void advise(Bug bug) {
        String missing = MissingClass.nameIn(bug.error());
        if (missing != null) {
            out.println(Text.wrap(
                    "... ",
                    "The class " + missing + " is missing: add the jar or directory that has it with --classpath."));
        }
    }

    private void report(Bug bug) {
        if (verbosity != Verbosity.QUIET) {
            out.println();
            out.println(Text.onScreen(bug.report().stripTrailing()));
            out.println();
        }
    }

    /** The statistics of an exploration. */
    void statistics(Report report, Times times) {
        progress.clear();
        int executions = report.executions();
        String share = report.buggyExecutions() == 0
                ? "."
                : " (" + Text.percent(report.buggyExecutions(), executions) + " buggy).";
        int unfair = executions - report.fairExecutions();
        say("... Statistics:");
        say("..... Found " + Text.count(report.bugs().size(), "bug") + " in " + Text.count(executions, "execution")
                + share);
        if (unfair > 0) {
            say("..... Explored " + Text.count(executions, "schedule") + ": " + report.fairExecutions() + " fair and "
                    + unfair + " unfair.");
        }
        if (report.skippedExecutions() > 0) {
            say("..... Skipped " + Text.count(report.skippedExecutions(), "execution")
                    + ", since assumptions did not hold.");
        }
        say("..... Scheduling points per execution: " + range(report.schedulingPoints()));
        say("..... Switches per execution: " + range(report.switches()));
        TimedWaits waits = report.timedWaits();
        if (waits.begun() > 0) {
            say("..... Waits with a time limit: " + waits.begun() + ", of which " + waits.neverFired()
                    + " never fired.");
        }
        if (report.bugs().isEmpty()) {
            search(report.verification());
        }
        if (report.verification() == null && report.executions() >= FEWEST_TO_JUDGE) {
            coverage(report.search());
        }
        engine(report);
        elapsed(times);
    }

    /** When to stop: what the executions still find. */
    private void coverage(SearchStatistics search) {
        if (search.counted() > 1) {
            statistic("Different orders of conflicting operations: " + search.graphs() + "; "
                    + search.recentNew() + " new ones in the last " + Text.count(search.recent(), "execution")
                    + "; about " + Text.chance(search.unseen()) + " of further executions would show new ones.");
        }
        if (search.linePairs() > 0) {
            statistic("Pairs of source lines that conflict: " + search.linePairs() + ", of which "
                    + search.linePairsInBothOrders() + " were seen in both orders.");
        }
        PctBound bound = search.pct();
        if (bound != null) {
            statistic("Chance that PCT has missed a bug of depth " + bound.depth() + ": at most "
                    + Text.chance(bound.missed()) + ".");
        }
    }

    private void statistic(String text) {
        say(Text.wrap("..... ", text));
    }

    private void search(@Nullable Verification search) {
        if (search == null) {
            return;
        }
        String all = search.estimate() == Long.MAX_VALUE || search.complete()
                ? ""
                : ", of about " + search.roundedEstimate() + " in all";
        say("..... Executions that differ: " + search.executions() + all + ".");
        if (!search.assumptions().isEmpty()) {
            say(Text.wrap("..... ", "Assuming: " + String.join("; ", search.assumptions()) + "."));
        }
    }

    /** Which engine ran the executions, and why: for those who want to know all. */
    void engine(Report report) {
        if (verbosity == Verbosity.VERBOSE) {
            out.println(Text.wrap("... ", "Engine: " + report.engine() + ", since " + report.engineReason() + "."));
        }
    }

    void elapsed(Times times) {
        say("... Elapsed " + Text.seconds(times.elapsed()) + " (start-up " + Text.seconds(times.startup()) + ").");
    }

    /** What the reader must know; in quiet output only where it decides about the verdict. */
    void warnings(Report report) {
        for (String warning : report.warnings()) {
            if (report.verdict() == Verdict.INCOMPLETE) {
                progress.clear();
                out.println(Text.wrap("... ", "Warning: " + warning));
            } else {
                warning(warning);
            }
        }
        if (verbosity == Verbosity.VERBOSE) {
            for (Race race : report.races()) {
                out.println(race.text());
            }
        }
    }

    /** Something the reader must know. */
    void warning(String text) {
        progress.clear();
        say(Text.wrap("... ", "Warning: " + text));
    }

    /** A line that quiet output leaves out. */
    void say(String line) {
        if (verbosity != Verbosity.QUIET) {
            out.println(line);
        }
    }

    /** The last line. */
    void verdict(String line) {
        progress.clear();
        out.println(line);
        out.flush();
    }

    private static String range(Range range) {
        return range.min() + " (min), " + range.avg() + " (avg), " + range.max() + " (max).";
    }
}

package dev.jcoyote.explain;

import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.DecisionLog;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.scheduler.Violation;

/** Tells why an execution did not get on: a deadlock, a lost notification, or threads that repeat themselves. */
public final class Hang {
    private static final String LIVELOCK_REMEDY = Paragraph.of(
            "",
            "What to change: every round is like the one before, and no thread does what another one's round looks for."
                    + " See what each round checks, and which thread should make that true and does not.");

    private final EventLog events;
    private final ThreadRegistry threads;
    private final ResourceTable resources;
    private final DecisionLog decisions;

    /** Tells of that execution. */
    public Hang(EventLog events, ThreadRegistry threads, ResourceTable resources, DecisionLog decisions) {
        this.events = events;
        this.threads = threads;
        this.resources = resources;
        this.decisions = decisions;
    }

    /** In lines; empty if it ended in another way. */
    public String text(Outcome outcome) {
        Violation violation = outcome.violation();
        return switch (outcome.ending()) {
            case DEADLOCK ->
                DeadlockText.details(
                        outcome.threads(),
                        new WaitText(
                                events, threads, resources, new LostWakeUps(events, decisions, threads, resources)));
            case LIVELOCK -> violation == null ? "" : cycles(violation.since()) + "\n" + LIVELOCK_REMEDY;
            case LIVENESS, INVARIANT ->
                violation == null || violation.since() == Violation.NO_CYCLE ? "" : cycles(violation.since());
            case MAX_STEPS -> cycles(outcome.steps() / 2 + 1);
            case TIMEOUT -> StuckText.of(outcome);
            case COMPLETED, EXCEPTION, SKIPPED, ABANDONED, EXIT, UNFIT, INTERNAL_ERROR -> "";
        };
    }

    private String cycles(int since) {
        return new Cycles(events, threads, new Interleaving(events, threads, resources, decisions)).text(since);
    }
}

package dev.jcoyote;

import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.ReplayStrategy;
import dev.jcoyote.strategy.Strategy;

/** A time-out is a bug only if its replay repeats it: the machine may just have been slow. */
final class TimeoutCheck implements Check {
    private final Findings findings;
    private final Strategy strategy;
    private final int number;
    private final Outcome outcome;
    private final Schedule schedule;
    private final LastExecution.Text text;

    /** Checks the last execution of those findings. */
    TimeoutCheck(Findings findings, long seed, Strategy strategy, int number, Outcome outcome) {
        this.findings = findings;
        this.strategy = strategy;
        this.number = number;
        this.outcome = outcome;
        schedule = findings.last().schedule(strategy, seed, number, outcome);
        text = findings.last().text(number, seed, outcome);
    }

    @Override
    public Strategy strategy() {
        return new ReplayStrategy(schedule, true);
    }

    @Override
    public boolean conclude(Outcome again) {
        if (again.ending() == Ending.TIMEOUT) {
            findings.addTimeout(strategy, number, outcome, schedule, text);
        } else {
            findings.addSlow(strategy, number, outcome);
        }
        return true;
    }
}

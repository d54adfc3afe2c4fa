package dev.jcoyote;

import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.ReplayStrategy;
import dev.jcoyote.strategy.Strategy;

/** Whether the same choices lead to the same execution. */
final class DeterminismCheck implements Check {
    private final Findings findings;
    private final ExecutionRunner runner;
    private final ReplayStrategy replay;
    private final Steps steps;
    private final int number;
    private final Outcome outcome;

    /** Checks the last execution of that runner, which made those choices and ended like that. */
    DeterminismCheck(Findings findings, ExecutionRunner runner, Schedule schedule, int number, Outcome outcome) {
        this.findings = findings;
        this.runner = runner;
        this.number = number;
        this.outcome = outcome;
        steps = new Steps(runner.events(), runner.threads());
        replay = new ReplayStrategy(schedule, false);
    }

    @Override
    public Strategy strategy() {
        return replay;
    }

    @Override
    public boolean conclude(Outcome again) {
        Steps stepsAgain = new Steps(runner.events(), runner.threads());
        findings.repeated(number, RepeatedRun.difference(outcome, steps, again, stepsAgain, replay));
        return false;
    }
}

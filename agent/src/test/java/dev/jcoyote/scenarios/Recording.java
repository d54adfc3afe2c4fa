package dev.jcoyote.scenarios;

import dev.jcoyote.Configuration;
import dev.jcoyote.TestBody;
import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.Interleaving;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFormat;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Seeds;
import dev.jcoyote.strategy.Strategies;
import java.util.Map;

/**
 * All that one execution did, as texts that are the same in every run.
 *
 * @param ending how it ended
 * @param decisions what was chosen
 * @param interleaving what was executed
 */
record Recording(String ending, String decisions, String interleaving) {
    /** Runs the scenario once. */
    static Recording of(Scenario scenario, ExecutionRunner runner, String strategy, long seed) {
        Configuration configuration = scenario.configuration();
        TestBody body = scenario.body();
        Outcome outcome = runner.run(new Execution(
                body::run,
                Strategies.create(strategy, configuration.depth(), ""),
                1,
                Seeds.ofExecution(seed, 1),
                configuration.maxSteps(),
                configuration.watchdog()));
        return new Recording(
                outcome.ending() + " after " + outcome.steps() + " steps and " + outcome.switches() + " switches",
                ScheduleFormat.write(new Schedule(Map.of(), runner.decisions())),
                new Interleaving(runner.events(), runner.threads(), runner.resources(), runner.decisionLog()).text());
    }

    /** The recording as a text. */
    String text() {
        return ending + "\n" + decisions + interleaving;
    }
}

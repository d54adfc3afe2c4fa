package dev.jcoyote;

import dev.jcoyote.report.BugReport;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.scheduler.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An execution that has shown data races, as it is known after its first run.
 *
 * @param number its number, from 1
 * @param seed the seed of its exploration
 * @param outcome how it ended
 * @param schedule its decisions
 * @param interleaving its operations in words
 */
record RacyExecution(int number, long seed, Outcome outcome, Schedule schedule, String interleaving) {
    /** The schedule as that of a bug. */
    Schedule failed(String summary) {
        Map<String, String> header = new LinkedHashMap<>(schedule.header());
        header.put(Schedule.FAILURE, BugKind.RACE.id() + ": " + summary);
        return new Schedule(header, schedule.decisions());
    }

    /** The report of it as a bug. */
    LastExecution.Text text(String test, List<Race> races) {
        String summary = races.get(0).summary();
        String all = races.stream().map(Race::text).collect(Collectors.joining("\n"));
        String bug = BugKind.RACE.id() + ": " + summary;
        return new LastExecution.Text(summary, BugReport.ofRaces(test, number, seed, bug, all, outcome, interleaving));
    }
}

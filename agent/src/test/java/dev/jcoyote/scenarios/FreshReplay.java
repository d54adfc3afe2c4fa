package dev.jcoyote.scenarios;

import dev.jcoyote.BugKind;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import dev.jcoyote.schedule.ScheduleFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that replays the schedules of all scenarios with a bug, after another one of its kind has recorded them.
 *
 * <p>Its arguments are {@code record} or {@code replay}, the folder of the schedules, and the engine.
 */
final class FreshReplay {
    private FreshReplay() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        Installation.ensure();
        Path folder = Path.of(arguments[1]);
        List<Scenario> failing = Scenarios.classes()
                .flatMap(Scenario::of)
                // A time-out takes as long as the watchdog waits, each time.
                .filter(scenario -> scenario.bug() != null && scenario.bug() != BugKind.TIMEOUT)
                .toList();
        int replayed = 0;
        for (Scenario scenario : failing) {
            Configuration configuration = scenario.configuration().withEngine(arguments[2]);
            Path file = folder.resolve(scenario.name() + ".schedule");
            if (arguments[0].equals("record")) {
                record(scenario, configuration, file);
            } else if (Files.exists(file)) {
                replay(scenario, configuration, ScheduleFile.read(file));
                replayed++;
            }
        }
        System.out.println(replayed + " schedules on " + arguments[2]);
        System.exit(0);
    }

    private static void record(Scenario scenario, Configuration configuration, Path file) throws IOException {
        Report report = SystematicTesting.explore(configuration, scenario.body());
        ScheduleFile.write(file, ScheduleFormat.write(report.bugs().get(0).schedule()));
    }

    private static void replay(Scenario scenario, Configuration configuration, Schedule schedule) {
        Report report = SystematicTesting.replay(configuration, schedule, scenario.body());
        boolean repeated = report.divergence() == null
                && report.bugs().size() == 1
                && report.bugs().get(0).kind() == scenario.bug();
        if (!repeated) {
            throw new AssertionError(
                    scenario.name() + " is not repeated: " + report.divergence() + ", " + report.bugs());
        }
    }
}

package dev.jcoyote.cli;

import dev.jcoyote.Configuration;
import dev.jcoyote.Isolation;
import dev.jcoyote.Report;
import dev.jcoyote.TestBody;
import dev.jcoyote.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/** The replay of a schedule in a program, whose classes are loaded anew for it. */
final class ScheduleReplay {
    private final Program program;
    private final String name;
    private final Schedule schedule;
    private final ProgramMethod method;

    /**
     * Finds the test method.
     *
     * @param name what messages call the schedule
     * @param asked the method that the user names; null for the one that the schedule names
     * @throws UsageException if there is none
     */
    ScheduleReplay(Program program, String name, Schedule schedule, @Nullable String asked) {
        this.program = program;
        this.name = name;
        this.schedule = schedule;
        String recorded = asked == null ? schedule.header(Schedule.TEST) : asked;
        if (recorded == null) {
            throw new UsageException(name + " does not name its test: add --method NAME.");
        }
        method = new MethodFinder(program).find(recorded);
        ProgramBody.check(method, program.newLoader());
    }

    ProgramMethod method() {
        return method;
    }

    /** What is to be known of the JDK before the replay; null if nothing. */
    @Nullable
    String warning() {
        String recorded = schedule.header(Schedule.JDK);
        int running = Runtime.version().feature();
        return recorded == null || recorded.equals(Integer.toString(running))
                ? null
                : "Recorded on JDK " + recorded + ", but this is JDK " + running
                        + ": where their code differs the replay may diverge.";
    }

    /** A way to run a schedule. */
    interface Way {
        Report run(Configuration configuration, Schedule schedule, TestBody body);
    }

    /**
     * Runs it in that way.
     *
     * @throws UsageException if the schedule lacks what a replay needs
     */
    Report run(Configuration settings, Way way) {
        ProgramLoader loader = program.newLoader();
        boolean anew = Isolation.LOADER.id().equals(schedule.header(Schedule.ISOLATION));
        try {
            return way.run(
                    settings.withTestName(method.testName()).withContextClassLoader(loader),
                    schedule,
                    ProgramBody.of(method, program, loader, anew ? Isolation.LOADER : Isolation.STATICS));
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + " cannot be replayed: " + e.getMessage(), e);
        }
    }
}

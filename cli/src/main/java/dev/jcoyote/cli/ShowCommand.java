package dev.jcoyote.cli;

import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.Schedule;
import java.io.PrintStream;
import java.util.Map;

/** {@code jcoyote show}: prints a schedule for reading. */
final class ShowCommand {
    private static final int MOST_LEAD = 30;

    private final Arguments arguments;
    private final PrintStream out;

    ShowCommand(Arguments arguments, Terminal terminal) {
        this.arguments = arguments;
        out = terminal.out();
    }

    /** Runs it, and returns the exit code. */
    int run() {
        String name = arguments.parameters().get(0);
        print(name, Schedules.read(name));
        return ExitCode.FINE;
    }

    private void print(String name, Schedule schedule) {
        out.println("Schedule " + name);
        int keys = 0;
        for (String key : schedule.header().keySet()) {
            keys = Math.max(keys, key.length());
        }
        for (Map.Entry<String, String> setting : schedule.header().entrySet()) {
            out.println(Text.wrap("  " + pad(setting.getKey(), keys) + "  ", setting.getValue()));
        }
        out.println();
        out.println(Text.count(schedule.decisions().size(), "decision")
                + (schedule.decisions().isEmpty() ? "" : ", one a line: step, thread, operation, site"));
        int steps = 0;
        int threads = 0;
        for (Decision decision : schedule.decisions()) {
            steps = Math.max(steps, Integer.toString(decision.step()).length());
            threads = Math.max(threads, decision.thread().length());
        }
        threads = Math.min(threads, MOST_LEAD);
        for (Decision decision : schedule.decisions()) {
            String step = Integer.toString(decision.step());
            String lead =
                    "  " + " ".repeat(steps - step.length()) + step + "  " + pad(decision.thread(), threads) + "  ";
            String operation = decision.operation().isEmpty() ? "" : decision.operation() + " ";
            out.println(Text.wrap(lead, operation + "at " + decision.site() + value(decision)));
        }
        out.flush();
    }

    private static String value(Decision decision) {
        return switch (decision.kind()) {
            case VALUE -> ", chooses value " + (decision.value() + 1) + " of " + decision.bound();
            case NOTIFY -> ", wakes waiter " + (decision.value() + 1) + " of " + decision.bound();
            case WAKEUP -> decision.value() == decision.bound() - 1 ? ", wakes up without a reason" : ", waits";
            case THREAD, TIMEOUT -> "";
        };
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}

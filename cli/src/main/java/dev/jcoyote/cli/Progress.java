package dev.jcoyote.cli;

import java.io.PrintStream;

/**
 * The executions as they go by: a line for each of 1 to 10, then 20 to 100 and so on, or one live line on a terminal.
 */
final class Progress {
    private static final long INTERVAL_NANOS = 100_000_000;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final boolean live;

    /** The number of the last execution; 0 if it is unknown. */
    private int last;

    private int first;
    private long began;
    private long shown;
    /** How many columns the live line covers. */
    private int covered;

    Progress(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** Tells the number of the last execution, if nothing ends the exploration before. */
    void expect(int number) {
        last = number;
    }

    /** An execution begins. */
    void execution(int number) {
        if (first == 0) {
            first = number;
        }
        if (live) {
            show(number);
        } else if (number == first || isAnnounced(number)) {
            out.println("..... Execution #" + number);
        }
    }

    /** Removes the live line, so that another line can be printed. */
    void clear() {
        if (covered > 0) {
            out.print("\r" + " ".repeat(covered) + "\r");
            out.flush();
            covered = 0;
        }
    }

    /** Whether the number has one digit and zeros. */
    static boolean isAnnounced(int number) {
        int rest = number;
        while (rest % 10 == 0 && rest > 0) {
            rest /= 10;
        }
        return rest < 10;
    }

    private void show(int number) {
        long now = System.nanoTime();
        if (began == 0) {
            began = now;
        } else if (now - shown < INTERVAL_NANOS) {
            return;
        }
        shown = now;
        double time = (now - began) / NANOS;
        String rate = time > 0 ? " (" + Math.round((number - first) / time) + "/s)" : "";
        String line = "..... Execution #" + number + (last > 0 ? " of " + last : "") + rate;
        out.print("\r" + line + " ".repeat(Math.max(0, covered - line.length())));
        out.flush();
        covered = Math.max(covered, line.length());
    }
}

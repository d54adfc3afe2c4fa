package dev.jcoyote.cli;

import dev.jcoyote.Report;
import java.time.Duration;

/**
 * How long the command took.
 *
 * @param startup from the start of the process to the first execution
 * @param elapsed the exploration alone
 */
record Times(Duration startup, Duration elapsed) {
    /**
     * The times of a report.
     *
     * @param before from the start of the process to the call of the library
     */
    static Times of(Duration before, Report report) {
        return new Times(before.plus(report.startup()), report.elapsed());
    }
}

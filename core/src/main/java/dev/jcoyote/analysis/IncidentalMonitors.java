package dev.jcoyote.analysis;

import java.io.PrintStream;

/**
 * Monitors that the JDK takes for its own sake, where nothing is promised to the program: who starts a thread or prints a line
 * neither hides a race by that, nor is it of interest in which order.
 */
final class IncidentalMonitors {
    private IncidentalMonitors() {}

    static boolean contains(Object monitor) {
        return monitor instanceof ThreadGroup || monitor instanceof PrintStream;
    }
}

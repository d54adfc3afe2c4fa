package dev.jcoyote.cli;

import java.io.Console;
import java.io.PrintStream;

/**
 * Where the command line prints.
 *
 * @param out results
 * @param err errors
 * @param live whether a person watches, so that a line may be overwritten
 */
record Terminal(PrintStream out, PrintStream err, boolean live) {
    /** The streams of this process, as they are now: the program under test may replace them. */
    static Terminal ofProcess() {
        return new Terminal(System.out, System.err, isWatched());
    }

    @SuppressWarnings("SystemConsoleNull") // isTerminal knows
    private static boolean isWatched() {
        String term = System.getenv("TERM");
        if (term == null || term.equals("dumb") || System.getenv("CI") != null) {
            return false;
        }
        // The plain console of the JDK: the one of JDK 22 and 23 loads a line editor.
        String before = System.getProperty("jdk.console");
        System.setProperty("jdk.console", "java.base");
        Console console = System.console();
        if (before == null) {
            System.clearProperty("jdk.console");
        } else {
            System.setProperty("jdk.console", before);
        }
        return console != null && isTerminal(console);
    }

    /** From JDK 22 on there is a console even where nobody watches; a method that 17 lacks tells. */
    private static boolean isTerminal(Console console) {
        if (Runtime.version().feature() < 22) {
            return true;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}

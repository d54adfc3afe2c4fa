package dev.jcoyote.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said when the tool itself fails: one message, its cause, and where the stack trace is. */
final class CrashReport {
    private CrashReport() {}

    /** Prints the error; its stack trace goes to the screen too if the user wants it, else to a file. */
    static void print(Throwable error, boolean verbose, PrintStream err) {
        err.println("jcoyote: internal error: " + oneLine(error));
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            err.println("  caused by: " + oneLine(cause));
        }
        String trace = Version.line() + "\n" + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                + "\n" + stackTrace(error);
        if (verbose) {
            err.print(trace);
            err.println("Please report it to the jcoyote project, with the lines above.");
            return;
        }
        try {
            Path file = Files.createTempFile("jcoyote-error-", ".txt");
            Files.writeString(file, trace);
            err.println("The stack trace is in " + file + ".");
            err.println("Please report it to the jcoyote project, with that file.");
        } catch (IOException e) {
            err.print(trace);
            err.println("Please report it to the jcoyote project, with the lines above.");
        }
    }

    /** The error in one line. */
    static String oneLine(Throwable error) {
        return error.toString().replace('\n', ' ');
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}

package dev.jcoyote.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subcommand: its name, its positional parameters and its line of help. */
enum Command {
    TEST(
            "test",
            "Runs a test method under many interleavings.",
            List.of("PROGRAM"),
            List.of("The jar, or the directory of classes or jars, that has the test.")),
    REPLAY(
            "replay",
            "Runs recorded executions again.",
            List.of("PROGRAM", "SCHEDULE"),
            List.of(
                    "The jar, or the directory of classes or jars, that has the test.",
                    "The .schedule file to follow, or a folder of them.")),
    EXPLAIN(
            "explain",
            "Says why a recorded execution fails.",
            List.of("PROGRAM", "SCHEDULE"),
            List.of(
                    "The jar, or the directory of classes or jars, that has the test. Left out: shows the report that is beside"
                            + " the schedule.",
                    "The .schedule file to explain.")),
    SHOW("show", "Prints a schedule for reading.", List.of("SCHEDULE"), List.of("The .schedule file to print."));

    private final String title;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> parameters;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> parameterHelp;

    Command(String title, String help, List<String> parameters, List<String> parameterHelp) {
        this.title = title;
        this.help = help;
        this.parameters = parameters;
        this.parameterHelp = parameterHelp;
    }

    /** The word on the command line. */
    String title() {
        return title;
    }

    String help() {
        return help;
    }

    /** Whether the first positional parameter may be left out. */
    boolean isFirstOptional() {
        return this == EXPLAIN;
    }

    /** Whether a line may have so many positional parameters. */
    boolean takes(int number) {
        return number == parameters.size() || (isFirstOptional() && number == parameters.size() - 1);
    }

    /** The labels of the positional parameters. */
    List<String> parameters() {
        return parameters;
    }

    /** A sentence for each of {@link #parameters}. */
    List<String> parameterHelp() {
        return parameterHelp;
    }

    /** The command of that name, or null. */
    static @Nullable Command named(String title) {
        for (Command command : values()) {
            if (command.title.equals(title)) {
                return command;
            }
        }
        return null;
    }
}

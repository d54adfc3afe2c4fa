package dev.jcoyote.cli;

import dev.jcoyote.Bug;

/** The command that replays a bug. */
final class ReplayLine {
    /** What the launcher script was called by: {@code ./jcoyote} where it is not on the path. */
    private static final String PROGRAM_NAME = Text.shell(System.getProperty(ChildJvm.PROGRAM_NAME, "jcoyote"));

    private final Arguments arguments;

    ReplayLine(Arguments arguments) {
        this.arguments = arguments;
    }

    /** The command for a shell; empty if the bug has no schedule file. */
    String of(Bug bug) {
        if (bug.scheduleFile() == null) {
            return "";
        }
        StringBuilder line = new StringBuilder(PROGRAM_NAME)
                .append(" replay ")
                .append(Text.shell(arguments.parameters().get(0)))
                .append(' ')
                .append(Text.shell(bug.scheduleFile().toString()));
        String classPath = arguments.text(Option.CLASS_PATH);
        if (classPath != null) {
            line.append(" -cp ").append(Text.shell(classPath));
        }
        for (String argument : arguments.all(Option.JVM_ARGUMENT)) {
            line.append(" --jvm-arg ").append(Text.shell(argument));
        }
        String jvmArguments = System.getProperty(ChildJvm.ARGUMENTS);
        if (jvmArguments != null) {
            for (String argument : jvmArguments.split("\n", -1)) {
                line.append(" --jvm-arg ").append(Text.shell(argument));
            }
        }
        return line.toString();
    }
}

package dev.jcoyote.cli;

import org.jspecify.annotations.Nullable;

/**
 * The parser of well-formed command lines, without a library.
 *
 * <p>Loading picocli costs more than 100 ms, a third of a cold start. So lines that need neither help nor an error
 * message are parsed here, and all others by {@link FullParser}; where both accept a line they agree.
 */
final class QuickParser {
    private QuickParser() {}

    /** Parses a line, or returns null if anything about it is unusual. */
    static @Nullable Arguments parse(String... line) {
        Command command = line.length == 0 ? null : Command.named(line[0]);
        if (command == null) {
            return null;
        }
        Arguments arguments = new Arguments(command);
        for (int i = 1; i < line.length; i++) {
            String word = line[i];
            if (!word.startsWith("-")) {
                arguments.addParameter(word);
                continue;
            }
            int assignment = word.startsWith("--") ? word.indexOf('=') : -1;
            Option option = Option.named(assignment < 0 ? word : word.substring(0, assignment), command);
            if (option == null || (arguments.has(option) && !option.isRepeatable())) {
                return null;
            }
            String value;
            if (option.isFlag()) {
                if (assignment >= 0) {
                    return null;
                }
                value = "";
            } else if (assignment >= 0) {
                value = word.substring(assignment + 1);
            } else if (option.isValueOptional()) {
                value = "";
            } else if (i + 1 < line.length && Option.named(line[i + 1], command) == null) {
                value = line[++i];
            } else {
                return null;
            }
            arguments.add(option, value);
        }
        return command.takes(arguments.parameters().size()) ? arguments : null;
    }
}

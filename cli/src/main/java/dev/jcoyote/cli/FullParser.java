package dev.jcoyote.cli;

import dev.jcoyote.strategy.Strategies;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The parser of every command line, by picocli: help, and errors with what was meant. */
final class FullParser {
    /** An empty line, in picocli's format. */
    private static final String HEADING = "%n";

    private FullParser() {}

    /**
     * Parses a line.
     *
     * @param out where help goes
     * @return null if the line asked for help or the version, which is printed then
     * @throws UsageException if the line is wrong
     */
    static @Nullable Arguments parse(PrintStream out, String... line) {
        if (line.length > 0 && !line[0].startsWith("-") && Command.named(line[0]) == null) {
            List<String> commands = new ArrayList<>();
            for (Command command : Command.values()) {
                commands.add(command.title());
            }
            throw new UsageException("There is no command '" + line[0] + "': choose one of "
                    + String.join(", ", Nearest.first(commands, line[0])) + ".");
        }
        CommandLine root = root();
        ParseResult result;
        try {
            result = root.parseArgs(withOptionalValues(line));
        } catch (ParameterException e) {
            throw new UsageException(explain(e), e);
        }
        for (CommandLine each : result.asCommandLineList()) {
            if (each.isUsageHelpRequested()) {
                each.usage(out, Ansi.OFF);
                return null;
            }
        }
        if (result.isVersionHelpRequested()) {
            out.println(Version.line());
            return null;
        }
        if (!result.hasSubcommand()) {
            root.usage(out, Ansi.OFF);
            throw new UsageException("No command was given: choose one of those above.");
        }
        return read(result.subcommand());
    }

    /** Ends an option whose value may be left out with its sign: picocli would take the next word for the value. */
    private static String[] withOptionalValues(String... line) {
        String[] words = line.clone();
        for (int i = 0; i < words.length; i++) {
            for (Option option : Option.values()) {
                if (option.isValueOptional() && option.names().contains(words[i])) {
                    words[i] += "=";
                }
            }
        }
        return words;
    }

    private static CommandLine root() {
        CommandSpec spec = CommandSpec.create().name("jcoyote");
        spec.usageMessage()
                .description("Systematic concurrency testing for the JVM.")
                .commandListHeading(HEADING)
                .footer(
                        "",
                        "Exit codes: 0 no bug, 1 wrong use, 2 bug found, 3 internal error.",
                        "Help on one of them: jcoyote test --help");
        spec.addOption(help());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Prints the version and the JDK.")
                .build());
        CommandLine root = new CommandLine(spec);
        for (Command command : Command.values()) {
            root.addSubcommand(command.title(), subcommand(command));
        }
        root.setExpandAtFiles(false);
        root.setUsageHelpWidth(80);
        return root;
    }

    private static CommandSpec subcommand(Command command) {
        CommandSpec spec = CommandSpec.create().name(command.title());
        spec.usageMessage()
                .description(command.help())
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .parameterListHeading(HEADING)
                .optionListHeading(HEADING);
        for (int i = 0; i < command.parameters().size(); i++) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index(Integer.toString(i))
                    .paramLabel(command.parameters().get(i))
                    .description(command.parameterHelp().get(i))
                    .required(i == 0 || !command.isFirstOptional())
                    .type(String.class)
                    .build());
        }
        for (Option option : Option.values()) {
            if (option.belongsTo(command)) {
                spec.addOption(option(option));
            }
        }
        spec.addOption(help());
        return spec;
    }

    private static OptionSpec option(Option option) {
        OptionSpec.Builder builder = OptionSpec.builder(option.names().toArray(new String[0]))
                .description(option == Option.STRATEGY ? strategies(option) : option.help());
        if (option.isFlag()) {
            return builder.arity("0").type(boolean.class).build();
        }
        builder.arity(option.isValueOptional() ? "0..1" : "1").paramLabel(String.valueOf(option.label()));
        return option.isRepeatable()
                ? builder.type(List.class).auxiliaryTypes(String.class).build()
                : builder.type(String.class).build();
    }

    private static String strategies(Option option) {
        return option.help() + " One of " + String.join(", ", Strategies.names()) + " (" + Strategies.DEFAULT + ").";
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Prints this help.")
                .build();
    }

    private static Arguments read(ParseResult result) {
        Command command = Command.named(result.commandSpec().name());
        if (command == null) {
            throw new IllegalStateException(
                    "No such command: " + result.commandSpec().name());
        }
        Arguments arguments = new Arguments(command);
        for (OptionSpec spec : result.matchedOptionsSet()) {
            Option option = Option.named(spec.longestName(), command);
            if (option == null) {
                throw new IllegalStateException("No such option: " + spec.longestName());
            }
            if (option.isFlag()) {
                arguments.add(option, "");
            } else {
                for (String value : spec.stringValues()) {
                    arguments.add(option, value);
                }
            }
        }
        for (PositionalParamSpec spec : result.matchedPositionalsSet()) {
            for (String value : spec.stringValues()) {
                arguments.addParameter(value);
            }
        }
        return arguments;
    }

    private static String explain(ParameterException e) {
        String name = e.getCommandLine().getCommandName();
        String command = name.equals("jcoyote") ? name : "jcoyote " + name;
        StringBuilder text = new StringBuilder(String.valueOf(e.getMessage()));
        if (text.charAt(text.length() - 1) != '.') {
            text.append('.');
        }
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            text.append(" Did you mean ")
                    .append(String.join(" or ", unmatched.getSuggestions()))
                    .append('?');
        }
        return text.append("\nAll options: ").append(command).append(" --help").toString();
    }
}

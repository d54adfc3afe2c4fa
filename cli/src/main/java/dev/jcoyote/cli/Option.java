package dev.jcoyote.cli;

import static dev.jcoyote.cli.Command.EXPLAIN;
import static dev.jcoyote.cli.Command.REPLAY;
import static dev.jcoyote.cli.Command.TEST;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every option of the command line, in the order of the help text: the one place that declares them.
 *
 * <p>{@link QuickParser} and {@link FullParser} both read this table.
 */
enum Option {
    METHOD(
            EnumSet.of(TEST, REPLAY, EXPLAIN),
            "METHOD",
            "The test: name, Class.name or fully.qualified.Class.name.",
            "-m",
            "--method"),
    ITERATIONS(EnumSet.of(TEST), "N", "How many executions to run at most (1000).", "-i", "--iterations"),
    TIMEOUT(EnumSet.of(TEST), "SECONDS", "When to stop even if executions are left (no limit).", "-t", "--timeout"),
    STRATEGY(EnumSet.of(TEST), "NAME", "The algorithm that chooses who goes next.", "-s", "--strategy"),
    DEPTH(EnumSet.of(TEST), "N", "How many ordering constraints the bug needs, for pct (3).", "--depth"),
    ENGINE(
            EnumSet.of(TEST, REPLAY, EXPLAIN),
            "NAME",
            "How threads are suspended: auto, fiber (JDK 24 and later) or platform.",
            "--engine"),
    SEED(EnumSet.of(TEST), "N", "The same seed gives the same exploration (drawn and printed).", "--seed"),
    MAX_STEPS(EnumSet.of(TEST), "N", "How many scheduling points an execution may have (100000).", "--max-steps"),
    FAIL_ON_MAX_STEPS(EnumSet.of(TEST), null, "An execution with more of them is a bug.", "--fail-on-max-steps"),
    LIVENESS_BOUND(
            EnumSet.of(TEST),
            "N",
            "For how many points of a fair execution something may be open that must happen (half of --max-steps).",
            "--liveness-bound"),
    EXPECT(
            EnumSet.of(TEST),
            "BUG",
            "Passes only if this bug is found: deadlock, livelock, ..., or the class of an exception.",
            "--expect"),
    EXPLORE(EnumSet.of(TEST), null, "Goes on after the first bug.", "--explore"),
    PLAIN_ACCESSES(
            EnumSet.of(TEST), null, "Plain fields and array elements are scheduling points too.", "--plain-accesses"),
    RACES(
            EnumSet.of(TEST),
            "MODE",
            "What becomes of data races: explore (default), a warning and scheduling points; fail, a bug; or off.",
            "--races"),
    BENIGN_RACES(
            EnumSet.of(TEST, REPLAY),
            "FILE",
            "Names data races that do no harm, a line each: a.Account.balance  # why.",
            "--benign-races"),
    DEEP(EnumSet.of(TEST), null, "java.util.concurrent has scheduling points inside.", "--deep"),
    ISOLATION(EnumSet.of(TEST), "KIND", "What separates executions: statics (default), loader or none.", "--isolation"),
    MINIMIZE_BUDGET(
            EnumSet.of(TEST, EXPLAIN),
            "BUDGET",
            "How much may be spent on making a failure simpler: executions such as 500, or a time such as 5s or 300ms (2000"
                    + " or 2s); 0 explains it as it was found, off not at all.",
            "--minimize-budget"),
    TIMEOUTS(
            EnumSet.of(TEST),
            "WHEN",
            "When timed waits end: idle, if nothing else can go on (default), or explore, at any time.",
            "--timeouts"),
    SPURIOUS_WAKEUPS(EnumSet.of(TEST), null, "Waits may end without a reason.", "--spurious-wakeups"),
    START_TIME(EnumSet.of(TEST), "INSTANT", "When every execution begins (2026-01-01T00:00:00Z).", "--start-time"),
    CHECK_DETERMINISM(
            EnumSet.of(TEST), "N", "Runs the first N executions twice, and compares (2).", "--check-determinism"),
    INCLUDE(
            EnumSet.of(TEST),
            "PACKAGES",
            "Libraries that log or measure, and shall have scheduling points all the same.",
            "--include"),
    EXCLUDE(
            EnumSet.of(TEST),
            "PACKAGES",
            "Packages that shall have none: only what blocks in them is controlled.",
            "--exclude"),
    EXECUTION(EnumSet.of(TEST), "N", "Runs execution N of the seed alone.", "--execution"),
    LEARNED(EnumSet.of(TEST), "PAIRS", "What the strategy had learned, as a schedule's header has it.", "--learned"),
    TOLERANT(EnumSet.of(REPLAY, EXPLAIN), null, "Goes on where the code no longer fits the schedule.", "--tolerant"),
    DEBUG(EnumSet.of(REPLAY), "PORT", "Waits for a debugger, at port 5005 or the one given (0: any).", "--debug"),
    WORKERS(EnumSet.of(TEST), "N", "How many JVMs share the executions (1).", "--workers"),
    CLASS_PATH(
            EnumSet.of(TEST, REPLAY, EXPLAIN),
            "PATH",
            "Further jars and directories of the program, as java takes them (DIR/* for all jars of DIR).",
            "-cp",
            "--classpath",
            "--class-path"),
    JVM_ARGUMENT(
            EnumSet.of(TEST, REPLAY, EXPLAIN),
            "ARG",
            "Runs in a JVM of its own with this argument, such as -Xmx2g; may be repeated.",
            "--jvm-arg"),
    OUTPUT(
            EnumSet.of(TEST, REPLAY, EXPLAIN),
            "DIR",
            "Where schedules and reports go (test: jcoyote-output, else nowhere).",
            "-o",
            "--output"),
    JSON(EnumSet.of(TEST, REPLAY, EXPLAIN), "FILE", "Writes the result as JSON too.", "--json"),
    VERBOSE(
            EnumSet.of(TEST, REPLAY, EXPLAIN),
            null,
            "Prints the report of a bug and stack traces too.",
            "-v",
            "--verbose"),
    QUIET(EnumSet.of(TEST, REPLAY, EXPLAIN), null, "Prints bugs and the verdict only.", "-q", "--quiet");

    @SuppressWarnings("ImmutableEnumChecker") // nobody adds to it
    private final Set<Command> commands;

    private final @Nullable String label;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    Option(Set<Command> commands, @Nullable String label, String help, String... names) {
        this.commands = commands;
        this.label = label;
        this.help = help;
        this.names = List.of(names);
    }

    boolean belongsTo(Command command) {
        return commands.contains(command);
    }

    /** What the help text calls the value; null for a flag, which has none. */
    @Nullable
    String label() {
        return label;
    }

    boolean isFlag() {
        return label == null;
    }

    /** Whether it may stand without its value, which can only follow an equals sign then. */
    boolean isValueOptional() {
        return this == DEBUG;
    }

    boolean isRepeatable() {
        return this == JVM_ARGUMENT;
    }

    String help() {
        return help;
    }

    /** Its names on the command line. */
    List<String> names() {
        return names;
    }

    /** The name for messages: the first long one. */
    String longName() {
        for (String name : names) {
            if (name.startsWith("--")) {
                return name;
            }
        }
        return names.get(0);
    }

    /** The option that has that name in a command, or null. */
    static @Nullable Option named(String name, Command command) {
        for (Option option : values()) {
            if (option.belongsTo(command) && option.names.contains(name)) {
                return option;
            }
        }
        return null;
    }
}

package dev.jcoyote.cli;

/** The command {@code jcoyote}. */
public final class Main {
    private Main() {}

    /** Runs a command line and ends the JVM: threads that the program under test left behind do not keep it alive. */
    public static void main(String[] arguments) {
        int exitCode = new Cli(Terminal.ofProcess()).run(arguments);
        System.out.flush();
        System.err.flush();
        System.exit(exitCode);
    }
}

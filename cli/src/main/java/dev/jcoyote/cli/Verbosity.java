package dev.jcoyote.cli;

/** How much to print. */
enum Verbosity {
    /** Bugs and the verdict. */
    QUIET,
    /** What Coyote prints. */
    NORMAL,
    /** Reports and stack traces too. */
    VERBOSE;

    static Verbosity of(Arguments arguments) {
        boolean verbose = arguments.has(Option.VERBOSE);
        boolean quiet = arguments.has(Option.QUIET);
        if (verbose && quiet) {
            throw new UsageException("Both -v and -q were given: leave out one of them.");
        }
        return verbose ? VERBOSE : quiet ? QUIET : NORMAL;
    }
}

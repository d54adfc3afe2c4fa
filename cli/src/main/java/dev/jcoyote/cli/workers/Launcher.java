package dev.jcoyote.cli.workers;

import java.nio.file.Path;

/** Who knows the command that starts a worker. */
public interface Launcher {
    /**
     * The command of a process that calls {@link Worker#connect}; what it prints goes where this process prints.
     *
     * @param worker the worker's number, from 1
     * @param socket where the coordinator listens
     * @param folder where the worker writes what it finds
     */
    ProcessBuilder command(int worker, Path socket, Path folder);

    /** Whether a debugger may stop the workers for as long as it likes. */
    boolean isDebuggable();
}

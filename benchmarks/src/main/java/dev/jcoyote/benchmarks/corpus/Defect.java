package dev.jcoyote.benchmarks.corpus;

/** What a program's bug does. */
public enum Defect {
    /** A check of the program fails. */
    ASSERTION,
    /** Threads wait for each other, or for what never comes. */
    DEADLOCK,
    /** An exception that the program does not expect. */
    EXCEPTION,
    /** Some of these, depending on the interleaving. */
    VARIOUS,
    /** Nothing: no interleaving of the program fails. */
    NONE
}

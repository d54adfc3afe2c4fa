package dev.jcoyote.control;

/** What an execution runs. */
@FunctionalInterface
public interface Body {
    /** Runs it once. */
    void run() throws Throwable;
}

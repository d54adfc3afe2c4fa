package dev.jcoyote.control;

/** Thrown into a debugger's evaluation where it would have to wait: no other thread runs while it goes on. */
final class EvaluationCannotWait extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    EvaluationCannotWait(String what) {
        super(what + "; a debugger's evaluation cannot wait for it. Let the program go on to where it is free.");
    }
}

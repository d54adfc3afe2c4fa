package dev.jcoyote.explain.trace;

import dev.jcoyote.explain.trace.Row.Weight;

/** Rows made up for tests: the steps of threads 0, 1, 2, … */
final class Rows {
    private Rows() {}

    /** A step that other threads see. */
    static Row step(int thread, String text, int line) {
        return row(Row.Type.STEP, Weight.SHARED, thread, text, line, 0);
    }

    /** A step that only its own thread needs. */
    static Row own(int thread, String text, int line) {
        return row(Row.Type.STEP, Weight.OWN, thread, text, line, 0);
    }

    /** A step that belongs to the cause. */
    static Row marked(int thread, String text, int line, int mark) {
        return row(Row.Type.STEP, Weight.SHARED, thread, text, line, mark);
    }

    /** The start of a thread. */
    static Row start(int thread, String name, int line) {
        return row(Row.Type.START, Weight.LIFE, thread, "starts " + name, line, 0);
    }

    private static Row row(Row.Type type, Weight weight, int thread, String text, int line, int mark) {
        return new Row(type, weight, thread, text, "(A.java:" + line + ")", mark, line, line, 1, line);
    }
}

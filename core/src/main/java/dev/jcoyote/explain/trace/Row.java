package dev.jcoyote.explain.trace;

/**
 * A row of a trace.
 *
 * @param type what it is
 * @param weight how much it matters
 * @param thread whose column it is in; -1 for none
 * @param text what it says
 * @param place the code position, as {@code (Account.java:12)}; empty if there is none
 * @param mark which of the cause's events it is, from 1; 0 if it is none
 * @param shape equal for rows of the same code
 * @param topic equal for rows about the same place in memory or object; 0 for none
 * @param steps how many steps it stands for
 * @param number the number of the step in the execution, from 1; 0 if it is no scheduling point
 */
record Row(
        Type type,
        Weight weight,
        int thread,
        String text,
        String place,
        int mark,
        int shape,
        long topic,
        int steps,
        int number) {
    /** What rows are. */
    enum Type {
        /** What a thread does. */
        STEP,
        /** A thread starts another one. */
        START,
        /** A thread has seen the end of another one. */
        JOIN,
        /** Something that is said across all columns. */
        RULE,
        /** What is left out. */
        GAP
    }

    /** How much a row matters, from the least. */
    enum Weight {
        /** It happens in code that the reader did not write. */
        INNER,
        /** It matters to one thread alone. */
        OWN,
        /** It says where threads come from and go to. */
        LIFE,
        /** It is seen by another thread. */
        SHARED,
        /** Nothing can be understood without it. */
        KEY
    }

    /** A step without a code position of its own. */
    static Row rule(String text) {
        return new Row(Type.RULE, Weight.KEY, -1, text, "", 0, 0, 0, 0, 0);
    }

    /** What stands for so many steps that are left out, in the column of that thread if it is one. */
    static Row gap(int thread, int steps, String text) {
        return new Row(Type.GAP, Weight.LIFE, thread, text, "", 0, 0, 0, steps, 0);
    }

    /** The same with another text. */
    Row with(String other) {
        return new Row(type, weight, thread, other, place, mark, shape, topic, steps, number);
    }

    /** The same with another weight. */
    Row with(Weight other) {
        return new Row(type, other, thread, text, place, mark, shape, topic, steps, number);
    }

    /** Whether it says the same of the same thread. */
    boolean isLike(Row other) {
        return thread == other.thread && text.equals(other.text) && place.equals(other.place) && other.mark == 0;
    }

    /** Whether it must stay whatever is left out. */
    boolean stays() {
        return weight == Weight.KEY || mark > 0;
    }
}

package dev.jcoyote.strategy;

/** The greatest number of decisions that an execution of the epochs before had. */
final class LearnedLength {
    /** The value while no epoch has told it. */
    static final int UNKNOWN = 0;

    private int inUse;
    private int greatest;

    /** Begins with what an earlier exploration had learned, or {@link #UNKNOWN}. */
    LearnedLength(int known) {
        inUse = known;
        greatest = known;
    }

    /** The length that the executions of this epoch use. */
    int inUse() {
        return inUse;
    }

    /** The length that the next epoch uses if this one ends now. */
    int byNow() {
        return greatest;
    }

    /** Takes note of an execution; what it adds is used from the next epoch on. */
    void record(int decisions) {
        greatest = Math.max(greatest, decisions);
    }

    /** Ends an execution, recorded or not. */
    void endExecution(int number) {
        if (Epochs.endsAfter(number)) {
            inUse = greatest;
        }
    }
}

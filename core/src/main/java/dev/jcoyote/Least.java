package dev.jcoyote;

/** The lower bound of a setting. */
final class Least {
    private Least() {}

    /**
     * Returns the number.
     *
     * @throws IllegalArgumentException if it is less than that, with the words for what it is
     */
    static int of(int least, int number, String what) {
        if (number < least) {
            throw new IllegalArgumentException(what + " must be at least " + least + ", but is " + number);
        }
        return number;
    }
}

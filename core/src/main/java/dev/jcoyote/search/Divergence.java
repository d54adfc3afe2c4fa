package dev.jcoyote.search;

/** Why a search cannot be trusted to have seen all. */
final class Divergence {
    static final String TOO_LARGE = "an execution has too many steps to find out which others differ from it";

    private Divergence() {}

    /** The program did something else than before, at that step of an execution. */
    static String text(int step, String how) {
        return "with the same choices the program did something else at step " + step + ": " + how
                + ". What depends on more than the schedule cannot be searched to its end";
    }
}

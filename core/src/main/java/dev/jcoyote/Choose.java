package dev.jcoyote;

import dev.jcoyote.control.CurrentExecution;
import java.util.List;

/**
 * Values that a test leaves open: each execution gets one of them, chosen, recorded and replayed like the thread that
 * goes next.
 *
 * <p>To be called in the body of a systematic test, on its thread or on one that it has started; elsewhere every method
 * throws an {@link IllegalStateException}. Which values come is up to the strategy: those that draw at random take each
 * with the same probability.
 */
public final class Choose {
    private Choose() {}

    /** True or false. */
    public static boolean bool() {
        return CurrentExecution.chooseValue("Choose.bool", 2) == 1;
    }

    /**
     * A number from 0 to {@code bound - 1}.
     *
     * @throws IllegalArgumentException if the bound is less than 1
     */
    public static int intBelow(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("The bound must be at least 1, but is " + bound);
        }
        return CurrentExecution.chooseValue("Choose.intBelow", bound);
    }

    /**
     * One of the elements.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static <T> T from(List<? extends T> elements) {
        return elements.get(CurrentExecution.chooseValue("Choose.from", atLeastOne(elements.size())));
    }

    /**
     * One of the elements.
     *
     * @throws IllegalArgumentException if there is none
     */
    @SafeVarargs
    public static <T> T from(T... elements) {
        return elements[CurrentExecution.chooseValue("Choose.from", atLeastOne(elements.length))];
    }

    private static int atLeastOne(int number) {
        if (number == 0) {
            throw new IllegalArgumentException("There must be an element to choose, but there is none");
        }
        return number;
    }
}

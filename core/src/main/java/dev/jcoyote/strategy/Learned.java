package dev.jcoyote.strategy;

import java.util.ArrayList;
import java.util.List;

/**
 * All that strategies learn, as the header of a schedule has it.
 *
 * @param length the decisions that PCT expects, or {@link LearnedLength#UNKNOWN}
 * @param profile the events that SURW and URW expect
 * @param shares what the members of the portfolio have found
 */
record Learned(int length, Profile profile, Shares shares) {
    private static final Shares NO_SHARES = Shares.none(PortfolioStrategy.MEMBERS);
    static final Learned NOTHING = new Learned(LearnedLength.UNKNOWN, Profile.EMPTY, NO_SHARES);

    /**
     * Reads what {@link #text} wrote.
     *
     * @param name the strategy that is said to have learned it, and that must know such values
     * @throws IllegalArgumentException if it is nothing that this strategy learns
     */
    static Learned of(String name, String text) {
        boolean hasShares = name.equals(PortfolioStrategy.NAME) || name.equals(AutoStrategy.NAME);
        boolean hasLength = hasShares || name.equals(PctStrategy.NAME);
        boolean hasProfile = !name.equals(PctStrategy.NAME);
        List<String> form = new ArrayList<>();
        if (hasLength) {
            form.add("one " + PctStrategy.LENGTH + "=<decisions>, a number from 1 to " + Integer.MAX_VALUE);
        }
        if (hasProfile) {
            form.add("one " + LearnedProfile.EVENTS + "=<counts>");
        }
        if (hasShares) {
            form.add("one " + PortfolioStrategy.SHARES + "=<runs>/<graphs>");
        }
        LearnedPairs pairs = new LearnedPairs(name, String.join(", and ", form), text);
        Learned learned = new Learned(
                hasLength
                        ? pairs.take(PctStrategy.LENGTH, Learned::parseLength, LearnedLength.UNKNOWN)
                        : LearnedLength.UNKNOWN,
                hasProfile ? pairs.take(LearnedProfile.EVENTS, Profile::parse, Profile.EMPTY) : Profile.EMPTY,
                hasShares
                        ? pairs.take(
                                PortfolioStrategy.SHARES,
                                value -> Shares.parse(value, PortfolioStrategy.MEMBERS),
                                NO_SHARES)
                        : NO_SHARES);
        pairs.requireEmpty();
        return learned;
    }

    private static int parseLength(String value) {
        int length = Integer.parseInt(value);
        if (length < 1) {
            throw new IllegalArgumentException("The length must be at least 1, but is " + length);
        }
        return length;
    }

    /** What two parts of an epoch have learned together. */
    Learned join(Learned other) {
        return new Learned(Math.max(length, other.length), profile.join(other.profile), shares.join(other.shares));
    }

    /** All of it as pairs, in the form of {@link Strategy#learned}. */
    String text() {
        return LearnedPairs.join(
                PctStrategy.learned(length),
                LearnedPairs.text(LearnedProfile.EVENTS, profile.text()),
                LearnedPairs.text(PortfolioStrategy.SHARES, shares.text()));
    }
}

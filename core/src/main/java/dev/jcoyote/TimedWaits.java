package dev.jcoyote;

/**
 * The waits with a time limit of an exploration, without sleeps.
 *
 * @param begun how many there were in all executions
 * @param expired how many of them ended because their time was up
 */
public record TimedWaits(long begun, long expired) {
    /** How many never fired. */
    public long neverFired() {
        return begun - expired;
    }

    TimedWaits plus(long moreBegun, long moreExpired) {
        return new TimedWaits(begun + moreBegun, expired + moreExpired);
    }
}

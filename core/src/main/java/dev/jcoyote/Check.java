package dev.jcoyote;

import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Strategy;

/** One more run of an execution, which tells what to think of the first one. */
interface Check {
    /** What decides in the second run. */
    Strategy strategy();

    /** The second run is over; returns whether the execution is the last one. */
    boolean conclude(Outcome again);
}

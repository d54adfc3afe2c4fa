package dev.jcoyote;

import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.ReplayStrategy;
import dev.jcoyote.strategy.Strategy;

/** Where the earlier of two racing threads stood: only a second run knows that it is the earlier one. */
final class RaceCheck implements Check {
    private final RacyExecution racy;

    RaceCheck(RacyExecution racy) {
        this.racy = racy;
    }

    @Override
    public Strategy strategy() {
        return new ReplayStrategy(racy.schedule(), true);
    }

    @Override
    public boolean conclude(Outcome again) {
        return false;
    }
}

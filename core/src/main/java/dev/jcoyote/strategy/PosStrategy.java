package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;

/**
 * POS, partial order sampling: random priorities for single events, drawn anew where the order matters. It samples
 * partial orders more evenly than a random walk, which wastes its choices on events that do not conflict. An atomic
 * read-modify-write is a write; a compare-and-set that fails is a read, and conflicts with no other read.
 *
 * <p>Source: Yuan, Yang and Gu, "Partial Order Aware Concurrency Sampling", CAV 2018. Each pending event gets a
 * priority from U(0,1) once, and the enabled one with the highest runs. Every other enabled event that races with it
 * then gets a new priority, and so does the next event of the thread that ran.
 *
 * <p>Deviations:
 * <ul>
 *   <li>The event after a yield, a spin hint or a sleep gets the least of four draws, so that loops that poll end
 *       sooner. It stays a draw from (0,1): a thread that hints is put back, but never for good.
 *   <li>Every 512 decisions all priorities are drawn anew. An event of priority <i>p</i> otherwise waits for 1/<i>p</i>
 *       draws of a spinning thread, a number without a finite mean.
 * </ul>
 *
 * <p>Fair: every draw gives an enabled event a positive chance to be the highest, and draws never stop.
 */
public final class PosStrategy implements Strategy {
    static final String NAME = "pos";

    private final SeededRandom random = new SeededRandom();
    private final EventPriorities priorities = new EventPriorities(random);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void beginExecution(int number, long seed) {
        random.seed(seed);
        priorities.beginExecution();
    }

    @Override
    public int chooseThread(Options options) {
        if (options.size() == 1) {
            return options.thread(0);
        }
        priorities.meet(options);
        int best = priorities.highest(options);
        priorities.choose(options.operation(best));
        return best;
    }

    @Override
    public void compareFailed(Operation operation) {
        priorities.compareFailed(operation);
    }

    @Override
    public void executed(Operation operation) {
        priorities.executed(operation);
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return random.nextInt(bound);
    }

    @Override
    public boolean isFair() {
        return true;
    }
}

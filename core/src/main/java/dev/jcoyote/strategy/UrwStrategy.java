package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;

/**
 * URW, the uniform random walk: a thread is chosen with a weight of the events that it still has before it. Where these
 * numbers are known and nothing blocks, every interleaving is equally likely; a walk that gives each thread the same chance
 * prefers those in which short threads end early.
 *
 * <p>Source: Zhao, Wolff, Mathur and Roychoudhury, "Selectively Uniform Concurrency Testing", ASPLOS 2025, algorithm 1. The
 * numbers come from a profile: a run of the program that is not chosen by weights. The events of a thread that has not been
 * started yet count for the one that starts it.
 *
 * <p>Deviations:
 * <ul>
 *   <li>The profile is the first execution that had a choice, a random walk; threads are the same if they have the same
 *       path.
 *   <li>A thread that has had as many events as were profiled, or that was not profiled, weighs as if it had one.
 *   <li>An operation that cannot proceed is not an option, so that blocked threads weigh nothing meanwhile: with locks the
 *       walk is only nearly uniform.
 * </ul>
 *
 * <p>Fair: every enabled thread has a positive weight.
 */
public final class UrwStrategy implements Strategy {
    static final String NAME = "urw";

    private final SeededRandom random = new SeededRandom();
    private final RemainingEvents remaining = new RemainingEvents(random);
    private final LearnedProfile profile;
    private boolean isProfiled;

    /** Creates the strategy; nothing is known of the program. */
    public UrwStrategy() {
        this(new LearnedProfile(Profile.EMPTY));
    }

    UrwStrategy(LearnedProfile profile) {
        this.profile = profile;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void beginExecution(int number, long seed) {
        profile.beginExecution(number);
        random.seed(seed);
        Profile.Entry all = profile.inUse().entries().get(Profile.ALL);
        isProfiled = all != null;
        if (all != null) {
            remaining.begin(all.counts());
        }
    }

    @Override
    public int chooseThread(Options options) {
        profile.meet(options);
        if (!isProfiled) {
            return options.thread(random.nextInt(options.size()));
        }
        remaining.meet(profile.paths(), Options.NONE);
        int sum = 0;
        for (int i = 0; i < options.size(); i++) {
            remaining.atLeastOne(options.thread(i));
            sum += remaining.of(options.thread(i));
        }
        int drawn = random.nextInt(sum);
        int position = 0;
        while (drawn >= remaining.of(options.thread(position))) {
            drawn -= remaining.of(options.thread(position++));
        }
        return options.thread(position);
    }

    @Override
    public void executed(Operation operation) {
        profile.executed(operation);
        remaining.executed(operation.thread());
    }

    @Override
    public void compareFailed(Operation operation) {
        profile.compareFailed(operation);
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return random.nextInt(bound);
    }

    @Override
    public void endExecution(int steps) {
        profile.endExecution();
    }

    @Override
    public boolean isFair() {
        return true;
    }

    @Override
    public String learned() {
        return LearnedPairs.text(LearnedProfile.EVENTS, profile.inUse().text());
    }

    @Override
    public String learnedByNow() {
        return LearnedPairs.text(LearnedProfile.EVENTS, profile.byNow().text());
    }
}

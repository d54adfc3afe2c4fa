package dev.jcoyote.strategy;

/** The uniform random walk: at each decision every enabled thread is equally likely. Fair, and learns nothing. */
public final class RandomStrategy implements Strategy {
    static final String NAME = "random";

    private final SeededRandom random = new SeededRandom();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void beginExecution(int number, long seed) {
        random.seed(seed);
    }

    @Override
    public int chooseThread(Options options) {
        return options.thread(random.nextInt(options.size()));
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

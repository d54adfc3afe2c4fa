package dev.jcoyote.strategy;

import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Observer;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.search.Candidates;
import dev.jcoyote.search.ExhaustiveSearch;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Exhaustive search by dynamic partial order reduction: runs one execution of each set that differ only in the order of
 * steps that do not matter to each other, and knows when all have been seen. See {@link ExhaustiveSearch}.
 *
 * <p>Not fair: it also runs the executions in which a thread is kept waiting for long.
 */
public final class DporStrategy implements Strategy {
    static final String NAME = "dpor";

    private final Footprints log = new Footprints();
    private final ExhaustiveSearch search = new ExhaustiveSearch(log);
    private final Enabled enabled = new Enabled();
    private boolean isChosen;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Observer observer() {
        return log;
    }

    @Override
    public void beginExecution(int number, long seed) {
        isChosen = false;
        search.begin();
    }

    @Override
    public int chooseThread(Options options) {
        isChosen = true;
        enabled.options = options;
        return search.choose(enabled);
    }

    @Override
    public void executed(Operation operation) {
        search.executed(operation.thread(), operation.stableHash(), isChosen);
        isChosen = false;
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return search.chooseValue(bound);
    }

    @Override
    public void endExecution(int steps) {
        search.end();
    }

    @Override
    public boolean exhausted() {
        return search.isExhausted();
    }

    /** What has been explored. */
    public ExhaustiveSearch search() {
        return search;
    }

    @Override
    public boolean isFair() {
        return false;
    }

    /** The enabled set as the search sees it. */
    private static final class Enabled implements Candidates {
        private @Nullable Options options;

        private Options options() {
            return Objects.requireNonNull(options);
        }

        @Override
        public int size() {
            return options().size();
        }

        @Override
        public int thread(int position) {
            return options().thread(position);
        }

        @Override
        public boolean isHint(int position) {
            return Hints.isHint(options().operation(options().thread(position)).kind());
        }

        @Override
        public int current() {
            return options().current();
        }
    }
}

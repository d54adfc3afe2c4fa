package dev.jcoyote.exhaustive;

import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.search.BoundedSearch;
import dev.jcoyote.search.Candidates;
import dev.jcoyote.strategy.Options;
import dev.jcoyote.strategy.Strategy;

/** A search with few preemptions alone, without the searches that come before and after it. */
final class BoundedStrategy implements Strategy {
    private final Footprints log = new Footprints();
    private final BoundedSearch search;
    private boolean isChosen;

    BoundedStrategy(int bound) {
        search = new BoundedSearch(log, bound);
    }

    /** Whether switching away from a thread that has come there is no preemption. */
    static boolean isHint(OperationKind kind) {
        return kind == OperationKind.YIELD || kind == OperationKind.SPIN || kind == OperationKind.SLEEP;
    }

    BoundedSearch search() {
        return search;
    }

    @Override
    public String name() {
        return "bounded";
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
        return search.choose(new Candidates() {
            @Override
            public int size() {
                return options.size();
            }

            @Override
            public int thread(int position) {
                return options.thread(position);
            }

            @Override
            public boolean isHint(int position) {
                return BoundedStrategy.isHint(
                        options.operation(options.thread(position)).kind());
            }

            @Override
            public int current() {
                return options.current();
            }
        });
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
        return search.isExhausted() || search.problem() != null;
    }

    @Override
    public boolean isFair() {
        return false;
    }
}

package dev.jcoyote;

import dev.jcoyote.analysis.LockOrder;
import dev.jcoyote.analysis.LockStep;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.schedule.OperationText;
import dev.jcoyote.strategy.DirectedStrategy;
import dev.jcoyote.strategy.Epochs;
import dev.jcoyote.strategy.LockWish;
import dev.jcoyote.strategy.Strategies;
import dev.jcoyote.strategy.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The potential deadlocks that the lock orders of executions show, and the executions that are directed at them: the first
 * ones of each epoch, a few for each potential deadlock that the epochs before have shown. Only those who leave the choice of
 * the strategy to the tool get such executions.
 */
final class Suspects {
    /** How many executions of an epoch are directed at each. */
    private static final int TRIES = 4;

    private static final int MOST = 8;
    private static final String AND = "&";

    private final ExecutionRunner runner;
    private final LockOrder order = new LockOrder();
    private final boolean directs;
    private final SortedSet<String> found = new TreeSet<>();
    private final SortedSet<String> tried = new TreeSet<>();
    private SortedSet<String> inUse = new TreeSet<>();
    private int epoch = 1;
    private boolean isUnread;

    Suspects(Configuration configuration, ExecutionRunner runner) {
        this.runner = runner;
        directs = configuration.strategy().equals(Strategies.DEFAULT);
        if (directs) {
            runner.observeBeside(order);
        }
    }

    /** Those that were known before: directs executions at exactly these in the epoch at hand. */
    void begin(SortedSet<String> known) {
        inUse = new TreeSet<>(known);
        found.clear();
        isUnread = false;
    }

    /** Those that the next epoch will know if this one ends now. */
    SortedSet<String> byNow() {
        read();
        SortedSet<String> all = new TreeSet<>(inUse);
        all.addAll(found);
        return all;
    }

    /** Who chooses in the execution of that number: that strategy, unless the execution is directed. */
    Strategy direct(Strategy strategy, int number) {
        read();
        if (!directs || !strategy.name().equals(Strategies.DEFAULT)) {
            return strategy;
        }
        isUnread = true;
        int first = Epochs.firstOf(number);
        if (first != epoch) {
            if (first > epoch) {
                inUse = byNowWithoutReading();
            }
            epoch = first;
        }
        int count = Math.min(inUse.size(), MOST);
        int turn = number - first;
        int most = Math.min(count * TRIES, (Epochs.lastOf(number) - first + 1) / 2);
        if (turn >= most) {
            return strategy;
        }
        String cycle = new ArrayList<>(inUse).get(turn % count);
        tried.add(cycle);
        String learned = new Learned(strategy.learned(), new TreeSet<>(), inUse).text();
        return new DirectedStrategy(wishes(cycle), learned);
    }

    private SortedSet<String> byNowWithoutReading() {
        SortedSet<String> all = new TreeSet<>(inUse);
        all.addAll(found);
        return all;
    }

    /** Takes note of what the last execution has shown; the runner must not have begun another one. */
    private void read() {
        if (!isUnread) {
            return;
        }
        isUnread = false;
        for (List<LockStep> cycle : order.cycles()) {
            found.add(cycle.stream().map(this::wish).map(LockWish::text).collect(Collectors.joining(AND)));
        }
    }

    private LockWish wish(LockStep step) {
        return new LockWish(
                runner.threads().get(step.thread()).path(),
                OperationText.site(step.heldSite()),
                OperationText.site(step.site()));
    }

    private static List<LockWish> wishes(String cycle) {
        return Arrays.stream(cycle.split(AND, -1)).map(LockWish::of).toList();
    }

    /** One line for each that executions were directed at, if there is no deadlock among those bugs. */
    List<String> unconfirmed(List<Bug> bugs) {
        List<String> lines = new ArrayList<>();
        if (bugs.stream().noneMatch(bug -> bug.kind() == BugKind.DEADLOCK)) {
            for (String cycle : tried) {
                lines.add("A potential deadlock did not come about, though executions were directed at it: "
                        + wishes(cycle).stream()
                                .map(wish -> wish.thread() + " takes a lock at " + wish.position()
                                        + " while it holds one taken at " + wish.heldPosition())
                                .collect(Collectors.joining("; "))
                        + ".");
            }
        }
        return lines;
    }
}

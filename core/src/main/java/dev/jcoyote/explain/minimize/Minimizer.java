package dev.jcoyote.explain.minimize;

import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.Trials;
import dev.jcoyote.strategy.BoundedStrategy;
import dev.jcoyote.strategy.Plan;
import dev.jcoyote.strategy.Segment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the simplest execution that fails in the same way as one that was found.
 *
 * <p>First the steps of the execution are put in an equivalent order with fewer switches. Then parts of it are left out, larger
 * ones first (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", TSE 2002; for schedules: Choi and
 * Zeller, ISSTA 2002), threads that are interrupted go on instead, and values become the first ones, as long as anything
 * helps. What is left is compared with all executions that have fewer preemptions, as far as the budget allows. If a thread
 * spins there is no end of these: those that are like the simplest execution of all up to one preemption are tried soon.
 */
public final class Minimizer {
    /** After so many executions with few preemptions that do not fail, it is asked whether there is an end of them. */
    private static final int MANY = 300;

    private final Trials trials;
    private final Budget budget;
    private final String failure;
    private final long deadline;
    private final int first;
    private @Nullable Plan best;
    private @Nullable Score score;

    private Minimizer(Trials trials, Budget budget, String failure) {
        this.trials = trials;
        this.budget = budget;
        this.failure = failure;
        this.first = trials.used();
        this.deadline = System.nanoTime() + budget.time().toNanos();
    }

    /** Makes the last execution of the trials simpler, which has failed like that. */
    public static Minimized minimize(Trials trials, String failure, Budget budget) {
        Minimizer minimizer = new Minimizer(trials, budget, failure);
        minimizer.take();
        return minimizer.minimize();
    }

    private Minimized minimize() {
        trials.giveUpLongerOnes();
        boolean isFewest = false;
        if (!isSpent()) {
            relinearize();
            attempt(Plan.NONE);
            reduce();
            isFewest = score().preemptions() == 0 || hasFewest();
        }
        return new Minimized(
                plan(),
                score().preemptions(),
                score().switches(),
                score().steps(),
                isFewest,
                isSpent(),
                trials.used() - first);
    }

    private void relinearize() {
        Footprints log = new Footprints();
        if (failure.equals(trials.run(plan(), log))) {
            attempt(Relinearization.of(plan(), log, trials.runner().threads()));
        }
    }

    /** Leaves out what can be left out, until nothing can. */
    private void reduce() {
        boolean isBetter = true;
        while (isBetter && !isSpent()) {
            isBetter = dropSegments();
            isBetter |= uncutSegments();
            isBetter |= simplifyValues();
        }
    }

    private boolean dropSegments() {
        boolean isBetter = false;
        for (int size = Math.max(1, plan().segments().size() / 2); size > 0 && !isSpent(); size /= 2) {
            int from = 0;
            while (from < plan().segments().size() && !isSpent()) {
                int to = Math.min(from + size, plan().segments().size());
                if (attempt(plan().without(from, to))) {
                    isBetter = true;
                } else {
                    from += size;
                }
            }
        }
        return isBetter;
    }

    private boolean uncutSegments() {
        boolean isBetter = false;
        for (int i = plan().segments().size() - 1; i >= 0 && !isSpent(); i--) {
            List<Segment> segments = plan().segments();
            if (i < segments.size() && segments.get(i).isCut()) {
                isBetter |= attempt(plan().uncut(i));
            }
        }
        return isBetter;
    }

    private boolean simplifyValues() {
        boolean isBetter = false;
        for (String thread : plan().values().keySet().stream().sorted().toList()) {
            for (int i = 0; i < plan().count(thread) && !isSpent(); i++) {
                if (plan().value(thread, i) != 0) {
                    isBetter |= attempt(plan().withFirstValue(thread, i));
                }
            }
        }
        return isBetter;
    }

    /** Whether no execution with fewer preemptions fails; takes the first that does. */
    private boolean hasFewest() {
        for (int bound = 0; bound < score().preemptions(); bound++) {
            BoundedStrategy strategy = new BoundedStrategy(bound);
            for (int tried = 1; !strategy.exhausted(); tried++) {
                if (isSpent()) {
                    return false;
                }
                if (tried == MANY && score().preemptions() > 1 && interruptOnce()) {
                    reduce();
                }
                if (failure.equals(trials.run(strategy)) && take()) {
                    reduce();
                    return true;
                }
            }
            if (strategy.problem() != null) {
                return false;
            }
        }
        return true;
    }

    /** Whether the simplest execution of all fails if one thread is interrupted once, and another one goes on. */
    private boolean interruptOnce() {
        trials.run(Plan.NONE);
        if (!Interruptions.areEndless(trials.runner().events())) {
            return false;
        }
        List<Plan> plans = Interruptions.of(trials.runner());
        for (Plan plan : plans) {
            if (isSpent() || attempt(plan)) {
                return !isSpent();
            }
        }
        return false;
    }

    /** Whether the plan leads to a simpler execution that fails in the same way. */
    private boolean attempt(Plan plan) {
        return failure.equals(trials.run(plan)) && take();
    }

    /** Takes the last execution if it is simpler than the best one. */
    private boolean take() {
        ExecutionRunner runner = trials.runner();
        Plan plan = PlanOfExecution.of(runner.events(), runner.threads(), runner.decisionLog());
        Score reached = Score.of(runner.events(), plan.otherValues());
        if (score != null && reached.compareTo(score) >= 0) {
            return false;
        }
        best = plan;
        score = reached;
        return true;
    }

    private boolean isSpent() {
        return trials.used() - first >= budget.executions() || System.nanoTime() >= deadline;
    }

    private Plan plan() {
        return Objects.requireNonNull(best);
    }

    private Score score() {
        return Objects.requireNonNull(score);
    }
}

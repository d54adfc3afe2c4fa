package dev.jcoyote.strategy;

import dev.jcoyote.analysis.GraphHash;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.OperationText;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.strategy.ToyProgram.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One execution of a {@link ToyProgram} under a strategy: the scheduler in miniature. */
final class ToyExecution implements Options {
    static final int MAX_STEPS = 20_000;

    /** The thread of each step. */
    final List<Integer> trace = new ArrayList<>();

    final List<Decision> decisions = new ArrayList<>();
    int preemptions;
    boolean isAbandoned;

    /** What happens before what. */
    final GraphHash graph = new GraphHash();

    private final List<List<Step>> threads;
    private final Strategy strategy;
    private final Operation[] operations;
    private final int[] positions;
    private final List<Integer> enabled = new ArrayList<>();
    private int current = NONE;

    private ToyExecution(ToyProgram program, Strategy strategy) {
        threads = program.threads;
        this.strategy = strategy;
        positions = new int[threads.size()];
        operations = new Operation[threads.size()];
        for (int thread = 0; thread < operations.length; thread++) {
            operations[thread] = new Operation(thread);
            arriveAt(thread, 0);
        }
    }

    static ToyExecution run(ToyProgram program, Strategy strategy, int number, long explorationSeed) {
        ToyExecution execution = new ToyExecution(program, strategy);
        strategy.beginExecution(number, Seeds.ofExecution(explorationSeed, number));
        execution.graph.begin();
        execution.loop();
        strategy.behaved(execution.graph.value());
        strategy.endExecution(execution.trace.size());
        return execution;
    }

    boolean isFinished() {
        for (int thread = 0; thread < positions.length; thread++) {
            if (positions[thread] < threads.get(thread).size()) {
                return false;
            }
        }
        return true;
    }

    Schedule schedule() {
        return new Schedule(Map.of(Schedule.STRATEGY, strategy.name()), decisions);
    }

    /** A step's choice of a value. */
    int chooseValue(int bound) {
        int value = strategy.chooseValue(bound, this);
        Operation operation = operations[current];
        decisions.add(new Decision(
                step(),
                Decision.Kind.NOTIFY,
                path(current),
                value,
                bound,
                OperationText.of(operation),
                OperationText.site(operation.site()),
                0));
        return value;
    }

    private void loop() {
        while (trace.size() < MAX_STEPS) {
            findEnabled();
            if (enabled.isEmpty()) {
                return;
            }
            int chosen = enabled.get(0);
            if (enabled.size() > 1) {
                chosen = strategy.chooseThread(this);
                if (chosen == Strategy.ABANDON) {
                    isAbandoned = true;
                    return;
                }
                record(chosen);
            }
            strategy.executed(operations[chosen]);
            graph.executed(
                    operations[chosen], operations[chosen].kind(), path(chosen).hashCode());
            current = chosen;
            arriveAt(chosen, threads.get(chosen).get(positions[chosen]).effect().run(this, positions[chosen]));
            trace.add(chosen);
        }
    }

    private void record(int chosen) {
        if (!contains(chosen)) {
            throw new AssertionError("thread " + chosen + " is not enabled");
        }
        if (current() != NONE && current() != chosen) {
            preemptions++;
        }
        decisions.add(new Decision(
                step(),
                Decision.Kind.THREAD,
                path(chosen),
                0,
                0,
                OperationText.of(operations[chosen]),
                OperationText.site(operations[chosen].site()),
                hash()));
    }

    private void findEnabled() {
        enabled.clear();
        for (int thread = 0; thread < positions.length; thread++) {
            if (positions[thread] < threads.get(thread).size()) {
                if (threads.get(thread).get(positions[thread]).isEnabled().getAsBoolean()) {
                    enabled.add(thread);
                    strategy.enabled(operations[thread]);
                } else {
                    strategy.disabled(operations[thread]);
                }
            }
        }
    }

    private void arriveAt(int thread, int position) {
        positions[thread] = position;
        if (position < threads.get(thread).size()) {
            Step step = threads.get(thread).get(position);
            operations[thread].become(step.kind(), step.resource(), 0, step.write(), step.site(thread, position));
        }
    }

    @Override
    public int size() {
        return enabled.size();
    }

    @Override
    public int thread(int position) {
        return enabled.get(position);
    }

    @Override
    public boolean contains(int thread) {
        return enabled.contains(thread);
    }

    @Override
    public Operation operation(int thread) {
        return operations[thread];
    }

    @Override
    public int current() {
        return contains(current) ? current : NONE;
    }

    @Override
    public int step() {
        return trace.size() + 1;
    }

    @Override
    public String path(int thread) {
        return thread == 0 ? "main" : "main." + thread;
    }

    @Override
    public int hash() {
        int hash = 0;
        for (int thread : enabled) {
            hash = (hash * 31 + path(thread).hashCode()) * 31 + operations[thread].codeHash();
        }
        return hash;
    }
}

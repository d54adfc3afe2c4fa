package dev.jcoyote.strategy;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A program of a few threads, each a list of steps, for one execution: its state is in the steps' closures. */
final class ToyProgram {
    /** What a step does: returns the index of the thread's next step. */
    interface Effect {
        int run(ToyExecution execution, int index);
    }

    record Step(OperationKind kind, int resource, boolean write, BooleanSupplier isEnabled, Effect effect) {
        /** The row of {@link Sites} that stands for the step, by its thread and index. */
        int site(int thread, int index) {
            String key = thread + "." + index + "." + kind + "." + resource + "." + write;
            return SITES.computeIfAbsent(
                    key,
                    added -> Sites.add(
                            "toy.Program", "thread" + thread, "Program.java", index, kind, write, target(), false));
        }

        private String target() {
            return resource == 0 ? "" : "Cell" + resource + ".x";
        }
    }

    static final class Lock {
        private boolean isHeld;
    }

    private static final Map<String, Integer> SITES = new HashMap<>();

    final List<List<Step>> threads = new ArrayList<>();

    /** Adds a thread: 0 is {@code main}, the others its children. */
    ToyProgram thread(Step... steps) {
        threads.add(List.of(steps));
        return this;
    }

    ToyProgram thread(List<Step> steps) {
        threads.add(List.copyOf(steps));
        return this;
    }

    static Step step(OperationKind kind, int resource, boolean write, Runnable effect) {
        return new Step(kind, resource, write, () -> true, (execution, index) -> {
            effect.run();
            return index + 1;
        });
    }

    static Step write(int resource, Runnable effect) {
        return step(OperationKind.WRITE, resource, true, effect);
    }

    static Step read(int resource, Runnable effect) {
        return step(OperationKind.READ, resource, false, effect);
    }

    /** So many steps that touch nothing but a resource of their own. */
    static List<Step> work(int count, int resource) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(write(resource, () -> {}));
        }
        return steps;
    }

    /** A read that goes back by so many steps until the condition holds. */
    static Step repeatUntil(int resource, BooleanSupplier condition, int back) {
        return new Step(
                OperationKind.READ,
                resource,
                false,
                () -> true,
                (execution, index) -> condition.getAsBoolean() ? index + 1 : index - back);
    }

    static Step hint(OperationKind kind) {
        return step(kind, 0, false, () -> {});
    }

    static Step acquire(Lock lock, int resource) {
        return new Step(OperationKind.MONITOR_ENTER, resource, true, () -> !lock.isHeld, (execution, index) -> {
            lock.isHeld = true;
            return index + 1;
        });
    }

    static Step release(Lock lock, int resource) {
        return step(OperationKind.CALL, resource, true, () -> lock.isHeld = false);
    }
}

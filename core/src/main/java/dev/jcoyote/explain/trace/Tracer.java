package dev.jcoyote.explain.trace;

import dev.jcoyote.analysis.BothObservers;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.Trials;
import dev.jcoyote.explain.names.Names;
import dev.jcoyote.explain.names.Naming;
import dev.jcoyote.explain.values.Values;
import dev.jcoyote.install.Installer;
import dev.jcoyote.strategy.Plan;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Runs an execution once more, listens to all that it does, and tells it. */
public final class Tracer {
    private final Program program;
    private final Installer installer;
    private final @Nullable ClassLoader loader;

    /**
     * Creates one.
     *
     * @param program which code is the reader's own
     * @param loader who finds the class files of the program
     */
    public Tracer(Program program, Installer installer, @Nullable ClassLoader loader) {
        this.program = program;
        this.installer = installer;
        this.loader = loader;
    }

    /**
     * The execution that was told, until the next one is run.
     *
     * @param trace what it did
     * @param names what people call its objects
     */
    public record Told(Trace trace, IntFunction<String> names) {}

    /**
     * Runs the plan, which leads to the same execution again, and tells it.
     *
     * @param cause the positions in its log of the operations that are the cause, in the order in which they are numbered
     */
    public Told trace(Trials trials, Plan plan, List<Integer> cause) {
        Recorder recorder = new Recorder(program);
        Naming naming = naming();
        Values values = new Values(installer, loader);
        trials.run(plan, BothObservers.of(BothObservers.of(values, naming.observer()), recorder));
        ExecutionRunner runner = trials.runner();
        Names names = naming.names(runner);
        Trace trace =
                Trace.of(runner, recorder, trials.outcome(), cause, names::of, StepValues.of(values.texts(names)));
        return new Told(trace, names::of);
    }

    /** What tells the names of another execution. */
    public Naming naming() {
        return new Naming(installer, loader);
    }
}

package dev.jcoyote.scenarios;

import dev.jcoyote.TestBody;
import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Options;
import dev.jcoyote.strategy.SeededRandom;
import dev.jcoyote.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it hears of an execution: one line an access, the target and the class of the object. */
final class Listener implements Observer, Strategy {
    private final SeededRandom random = new SeededRandom();
    private final List<String> lines = new ArrayList<>();
    private ResourceTable resources = new ResourceTable(new dev.jcoyote.operation.IdentityNumbers());

    /** Runs the body once, and returns what was heard. */
    static List<String> listen(String engine, TestBody body) {
        Listener listener = new Listener();
        try (ExecutionRunner runner = new ExecutionRunner(engine, Listener.class.getClassLoader())) {
            Outcome outcome = runner.run(new Execution(body::run, listener, 1, 1, 100_000, Duration.ofSeconds(20)));
            if (outcome.ending() != Ending.COMPLETED) {
                throw new IllegalStateException("The body ended with " + outcome.ending(), outcome.error());
            }
        }
        return listener.lines;
    }

    private void add(String what, int resource, int slot, boolean write, int site) {
        String object =
                resource == 0 ? "static" : resources.object(resource).getClass().getSimpleName();
        String part = slot == 0 || Sites.slot(site) == slot ? "" : " " + (slot - 1);
        lines.add(what + (write ? " w " : " r ") + Sites.target(site) + " of " + object + part);
    }

    @Override
    public void begin(ResourceTable table) {
        resources = table;
    }

    @Override
    public void executed(Operation operation, OperationKind kind) {
        if (kind == OperationKind.PLAIN_READ || kind == OperationKind.PLAIN_WRITE || kind == OperationKind.CALL) {
            add("point", operation.resource(), operation.slot(), operation.isWrite(), operation.site());
        }
    }

    @Override
    public boolean hearsPlain() {
        return true;
    }

    @Override
    public boolean hearsSynchronizing() {
        return true;
    }

    @Override
    public boolean hearsCreation() {
        return true;
    }

    @Override
    public void plain(int thread, int resource, int slot, boolean write, int site) {
        add("plain", resource, slot, write, site);
    }

    @Override
    public void synchronizing(int thread, int resource, int slot, boolean write, int site) {
        add("touched", resource, slot, write, site);
    }

    @Override
    public void created(int thread, int resource) {
        lines.add("created " + resources.object(resource).getClass().getSimpleName());
    }

    @Override
    public Observer observer() {
        return this;
    }

    @Override
    public String name() {
        return "listener";
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

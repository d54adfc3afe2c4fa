package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.ThreadRegistry;
import java.util.HashMap;
import java.util.Map;

/** Counts which thread of an execution comes to a check how often. */
final class CheckWatch implements Observer {
    private final FailedCheck check;
    private final Map<Integer, Integer> counts = new HashMap<>();
    private boolean isCounted;

    CheckWatch(FailedCheck check) {
        this.check = check;
    }

    @Override
    public void executed(Operation operation, OperationKind kind) {
        isCounted = operation.site() == check.site() && !check.isNone();
        if (isCounted) {
            counts.merge(operation.thread(), 1, Integer::sum);
        }
    }

    @Override
    public boolean hearsPlain() {
        return !check.isNone();
    }

    @Override
    public void plain(int thread, int resource, int slot, boolean write, int site) {
        if (site == check.site() && !isCounted) {
            counts.merge(thread, 1, Integer::sum);
        }
    }

    /** What became of the check in the execution, which had those threads. */
    Reach reach(ThreadRegistry threads) {
        if (check.isNone()) {
            return Reach.AGAIN;
        }
        ControlledThread thread = threads.find(check.path());
        if (thread != null && counts.getOrDefault(thread.id(), 0) >= check.count()) {
            return Reach.AGAIN;
        }
        return counts.isEmpty() ? Reach.NEVER : Reach.LESS;
    }
}

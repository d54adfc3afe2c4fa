package dev.jcoyote.explain.trace;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ProgramStack;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hears one execution that is to be told, and keeps what the telling needs besides the log of operations. */
public final class Recorder implements Observer {
    /** So many plain accesses are kept: whoever has more is told the first ones. */
    private static final int MOST_PLAIN = 200_000;

    /** Waits of which it must be told that time has ended them. */
    private static final Set<OperationKind> ENDED_BY_TIME =
            EnumSet.of(OperationKind.PARK, OperationKind.JOIN, OperationKind.MONITOR_REENTER);

    private final Program program;
    private final List<Moment> moments = new ArrayList<>();
    private final Map<Integer, Moment> last = new HashMap<>();

    /** By monitor: the thread that holds it. */
    private final Map<Integer, Integer> holders = new HashMap<>();

    /** The monitors that the program's own code enters. */
    private final Set<Integer> monitors = new HashSet<>();

    /** The threads whose wait has ended by its time-out, and who have not gone on since. */
    private final Set<Integer> expired = new HashSet<>();

    private int executed;
    private int plain;

    /** Creates a recorder of executions of that program. */
    public Recorder(Program program) {
        this.program = program;
    }

    /** Whose executions it hears. */
    Program program() {
        return program;
    }

    /** What happened, in order. */
    List<Moment> moments() {
        return moments;
    }

    /** The last operation that the thread came to, whether it was executed or not; null if there is none. */
    @Nullable
    Moment last(int thread) {
        return last.get(thread);
    }

    @Override
    public void begin(ResourceTable resources) {
        moments.clear();
        last.clear();
        holders.clear();
        monitors.clear();
        expired.clear();
        executed = 0;
        plain = 0;
    }

    @Override
    public void executed(Operation operation, OperationKind kind) {
        executed++;
        boolean isTimeUp = expired.remove(operation.thread()) && ENDED_BY_TIME.contains(kind);
        moments.add(moment(Moment.Type.OPERATION, operation, isTimeUp ? OperationKind.TIMEOUT : kind, -1));
        if (kind == OperationKind.MONITOR_ENTER && program.contains(operation.site())) {
            monitors.add(operation.resource());
        }
    }

    @Override
    public void resumed(int thread) {
        Moment begun = moments.isEmpty() ? null : moments.get(moments.size() - 1);
        if (begun != null && begun.type() == Moment.Type.OPERATION && begun.thread() == thread) {
            moments.set(moments.size() - 1, placed(begun));
        }
    }

    /**
     * The moment of the calling thread, with its frames where its code position is not the program's or no longer holds: who
     * parks for itself, like an idle worker, has the position of the last call, which may have returned.
     */
    private Moment placed(Moment moment) {
        boolean mayBeOld = moment.kind() == OperationKind.PARK;
        if (!mayBeOld && program.contains(moment.site())) {
            return moment;
        }
        List<StackTraceElement> stack = stack();
        if (mayBeOld && program.first(stack) < 0) {
            return moment.withoutSite().with(stack);
        }
        return program.contains(moment.site()) ? moment : moment.with(stack);
    }

    @Override
    public void pending(Operation operation) {
        last.put(operation.thread(), moment(Moment.Type.BLOCKED, operation, operation.kind(), -1));
    }

    @Override
    public void blocked(Operation operation) {
        boolean isMonitor = operation.kind() == OperationKind.MONITOR_ENTER;
        int holder = isMonitor ? holders.getOrDefault(operation.resource(), -1) : -1;
        Moment blocked = moment(Moment.Type.BLOCKED, operation, operation.kind(), holder);
        moments.add(placed(blocked));
        last.put(operation.thread(), blocked);
    }

    @Override
    public void acquired(int thread, int monitor) {
        holders.put(monitor, thread);
    }

    @Override
    public boolean hearsPlain() {
        return true;
    }

    @Override
    public void plain(int thread, int resource, int slot, boolean write, int site) {
        int number = plain++;
        if (number < MOST_PLAIN && program.contains(site)) {
            moments.add(new Moment(
                    Moment.Type.PLAIN,
                    Sites.kind(site),
                    event(),
                    thread,
                    resource,
                    slot,
                    write,
                    site,
                    number,
                    List.of()));
        }
    }

    @Override
    public void released(int thread, int monitor) {
        holders.remove(monitor);
        if (monitors.contains(monitor)) {
            add(Moment.Type.RELEASED, thread, monitor, -1);
            moments.set(moments.size() - 1, moments.get(moments.size() - 1).with(stack()));
        }
    }

    @Override
    public void woke(int thread, int sleeper) {
        add(Moment.Type.WOKE, thread, Operation.NO_RESOURCE, sleeper);
    }

    @Override
    public void compareFailed(int thread) {
        add(Moment.Type.COMPARE_FAILED, thread, Operation.NO_RESOURCE, -1);
    }

    @Override
    public void started(int thread, int child) {
        add(Moment.Type.STARTED, thread, Operation.NO_RESOURCE, child);
    }

    @Override
    public void ended(int thread) {
        add(Moment.Type.ENDED, thread, Operation.NO_RESOURCE, -1);
    }

    @Override
    public void expired(int thread) {
        expired.add(thread);
    }

    private Moment moment(Moment.Type type, Operation operation, OperationKind kind, int other) {
        return new Moment(
                type,
                kind,
                event(),
                operation.thread(),
                operation.resource(),
                operation.slot(),
                operation.isWrite(),
                operation.site(),
                other,
                List.of());
    }

    private void add(Moment.Type type, int thread, int resource, int other) {
        moments.add(new Moment(
                type, OperationKind.CODE, event(), thread, resource, 0, false, Sites.UNKNOWN, other, List.of()));
    }

    private int event() {
        return executed - 1;
    }

    private static List<StackTraceElement> stack() {
        return ProgramStack.of(new Throwable().getStackTrace());
    }
}

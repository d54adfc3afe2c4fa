package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;
import java.util.Arrays;
import java.util.List;

/**
 * The strategy that follows a plan as far as it can.
 *
 * <p>A segment whose thread cannot go on is over. After the last one, and where the plan does not say otherwise, the thread
 * that ran last goes on until it blocks, ends or only waits in a loop; then the first that was started of those that can go
 * on. A thread's wait ends by its time-out only where a segment that is cut asks for more of the thread.
 */
public final class SegmentStrategy implements Strategy {
    /** How many choices in a row a thread may stay without a plan, before it is taken to wait in a loop. */
    private static final int PATIENCE = 1_000;

    private static final int UNKNOWN = -1;

    private final Plan plan;
    private final int mostSteps;

    /** By segment: the position of the first segment of the same thread, which stands for its path. */
    private final int[] owners;

    private int next;
    private int steps;
    private int stayed;
    private int last;

    // By thread of this execution.
    private int[] executed = new int[16];
    private int[] values = new int[16];
    private int[] owner = new int[16];

    /** Creates the strategy; it gives up an execution of more than so many steps. */
    public SegmentStrategy(Plan plan, int mostSteps) {
        this.plan = plan;
        this.mostSteps = mostSteps;
        List<Segment> segments = plan.segments();
        owners = new int[segments.size()];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = first(segments.get(i).thread(), i);
        }
    }

    private int first(String path, int otherwise) {
        for (int i = 0; i < plan.segments().size(); i++) {
            if (plan.segments().get(i).thread().equals(path)) {
                return i;
            }
        }
        return otherwise;
    }

    @Override
    public String name() {
        return "segments";
    }

    @Override
    public void beginExecution(int number, long seed) {
        next = 0;
        steps = 0;
        stayed = 0;
        last = 0;
        Arrays.fill(executed, 0);
        Arrays.fill(values, 0);
        Arrays.fill(owner, UNKNOWN);
    }

    @Override
    public void executed(Operation operation) {
        last = operation.thread();
        makeRoom(last);
        executed[last]++;
        steps++;
    }

    private void makeRoom(int thread) {
        if (thread >= executed.length) {
            int before = executed.length;
            executed = Arrays.copyOf(executed, thread * 2);
            values = Arrays.copyOf(values, thread * 2);
            owner = Arrays.copyOf(owner, thread * 2);
            Arrays.fill(owner, before, owner.length, UNKNOWN);
        }
    }

    @Override
    public int chooseThread(Options options) {
        if (steps > mostSteps) {
            return ABANDON;
        }
        while (next < owners.length) {
            Segment segment = plan.segments().get(next);
            int thread = find(owners[next], options);
            if (thread != Options.NONE
                    && executed[thread] < segment.until()
                    && (segment.isCut() || !options.isExpiry(thread))) {
                stayed = 0;
                return thread;
            }
            next++;
        }
        return stay(options);
    }

    /** The enabled thread of that owner. */
    private int find(int wanted, Options options) {
        for (int i = 0; i < options.size(); i++) {
            int thread = options.thread(i);
            makeRoom(thread);
            if (owner[thread] == UNKNOWN) {
                owner[thread] = first(options.path(thread), owners.length);
            }
            if (owner[thread] == wanted) {
                return thread;
            }
        }
        return Options.NONE;
    }

    private static boolean waits(int thread, Options options) {
        return options.isExpiry(thread)
                || Hints.isHint(options.operation(thread).kind());
    }

    private int stay(Options options) {
        int current = options.current();
        if (current != Options.NONE && !waits(current, options) && ++stayed <= PATIENCE) {
            return current;
        }
        stayed = 0;
        return RoundRobin.after(current, options, thread -> waits(thread, options));
    }

    @Override
    public int chooseValue(int bound, Options options) {
        int position = values[last]++;
        List<Integer> planned = plan.values().getOrDefault(options.path(last), List.of());
        return position < planned.size() ? Math.min(planned.get(position), bound - 1) : 0;
    }

    @Override
    public boolean followsDaemons(int steps) {
        return steps < STEPS_AFTER_END;
    }

    @Override
    public boolean isFair() {
        return false;
    }
}

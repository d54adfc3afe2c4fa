package dev.jcoyote.analysis;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which data each step of an execution touches, plain accesses included that are no scheduling points, and in which critical
 * sections: of one execution, told afterwards. Steps are numbered as in {@link Footprints}.
 */
public final class DataLog implements Observer {
    /** Of an execution that touches more, the rest is not told. */
    private static final int MOST = 200_000;

    private final SiteTraits traits = new SiteTraits();
    private final LockNumbers numbers = new LockNumbers();
    private final List<Touch> touches = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<List<Section>> held = new ArrayList<>();
    private @Nullable ResourceTable resources;
    private final Map<Integer, Integer> woken = new HashMap<>();

    /** By thread that waits for a condition: the section that it has left for that. */
    private final Map<Integer, Section> awaited = new HashMap<>();

    private int step;

    /** By thread: the steps in which it was started and in which it ended. */
    private int[] startedIn = new int[16];

    private int[] endedIn = new int[16];

    /** By thread: the operation that it came to last, and whether it has not done it. */
    private int[] pendingSite = new int[16];

    private int[] pendingResource = new int[16];
    private OperationKind[] pendingKind = new OperationKind[16];
    private boolean[] isWaiting = new boolean[16];

    @Override
    public void begin(ResourceTable table) {
        resources = table;
        numbers.begin(table);
        touches.clear();
        sections.clear();
        held.clear();
        woken.clear();
        awaited.clear();
        step = 0;
        Arrays.fill(isWaiting, false);
        Arrays.fill(startedIn, 0);
        Arrays.fill(endedIn, Integer.MAX_VALUE);
    }

    /** What was touched, in order. */
    public List<Touch> touches() {
        return touches;
    }

    /** The critical sections, in the order in which they began. */
    public List<Section> sections() {
        return sections;
    }

    /** Whether the thread was there after its start and before its end in that step. */
    public boolean isAlive(int thread, int inStep) {
        return startedIn[thread] <= inStep && inStep <= endedIn[thread];
    }

    /** Whether the step begins with the release of a lock of java.util.concurrent. */
    public boolean leavesLock(int ofStep) {
        return sections.stream().anyMatch(each -> !each.isMonitor && each.to == ofStep && each.isReleased);
    }

    /** Whether the thread has not done what it came to last. */
    public boolean isWaiting(int thread) {
        return thread < isWaiting.length && isWaiting[thread];
    }

    /** The thread that the step has woken from {@code Object.wait}; -1 if it has woken none. */
    public int wokenBy(int wakingStep) {
        return woken.getOrDefault(wakingStep, -1);
    }

    /** What another run has shown of the operation that the thread has not come to, as an access of that object. */
    public Touch expected(int laterStep, int thread, Touch seen, int resource) {
        List<Section> around = new ArrayList<>(heldBy(thread));
        if (pendingKind[thread] == OperationKind.MONITOR_ENTER) {
            int lock = pendingResource[thread];
            around.add(new Section(thread, numbers.ofMonitor(lock), lock, laterStep, pendingSite[thread], true));
        }
        return new Touch(
                laterStep,
                thread,
                resource,
                seen.slot(),
                seen.write(),
                seen.site(),
                seen.isPoint(),
                List.copyOf(around));
    }

    /** What is touched in the step, or in the critical section that begins with it. */
    public List<Touch> touches(int ofStep, boolean inSection) {
        List<Touch> all = new ArrayList<>();
        for (Touch touch : touches) {
            boolean isInside = inSection && touch.sections().stream().anyMatch(each -> each.from() == ofStep);
            if (inSection ? isInside : touch.step() == ofStep) {
                all.add(touch);
            }
        }
        return all;
    }

    /** The code position of what the thread came to last. */
    public int pendingSite(int thread) {
        return pendingSite[thread];
    }

    /** What it touches. */
    public int pendingResource(int thread) {
        return pendingResource[thread];
    }

    /** What it does. */
    public OperationKind pendingKind(int thread) {
        return pendingKind[thread];
    }

    @Override
    public void executed(Operation operation, OperationKind kind) {
        step++;
        int thread = operation.thread();
        come(operation, false);
        switch (kind) {
            case READ, WRITE, PLAIN_READ, PLAIN_WRITE ->
                add(thread, operation.resource(), operation.slot(), operation.isWrite(), operation.site(), true);
            case CALL -> called(operation);
            case PARK -> goesOn(thread);
            default -> {}
        }
    }

    private void called(Operation operation) {
        int thread = operation.thread();
        int resource = operation.resource();
        if (resource == Operation.NO_RESOURCE) {
            return;
        }
        awaited.remove(thread);
        if (Sites.target(operation.site()).contains("Condition.await")) {
            await(thread, operation.site());
        }
        int trait =
                traits.of(operation.site(), Objects.requireNonNull(resources).object(resource));
        if ((trait & SiteTraits.LOCK) != 0) {
            take(new Section(thread, numbers.ofLock(resource), resource, step, operation.site(), false));
        } else if ((trait & SiteTraits.UNLOCK) != 0) {
            Section left = leave(thread, numbers.ofLock(resource));
            if (left != null) {
                left.isReleased = true;
            }
        } else {
            add(thread, resource, operation.slot(), operation.isWrite(), operation.site(), true);
        }
    }

    @Override
    public void pending(Operation operation) {
        come(operation, true);
    }

    @Override
    public void blocked(Operation operation) {
        come(operation, true);
    }

    private void come(Operation operation, boolean waits) {
        int thread = operation.thread();
        makeRoom(thread);
        pendingSite[thread] = operation.site();
        pendingResource[thread] = operation.resource();
        pendingKind[thread] = operation.kind();
        isWaiting[thread] = waits;
    }

    private void makeRoom(int thread) {
        int before = pendingSite.length;
        if (thread >= before) {
            int room = thread * 2;
            pendingSite = Arrays.copyOf(pendingSite, room);
            pendingResource = Arrays.copyOf(pendingResource, room);
            pendingKind = Arrays.copyOf(pendingKind, room);
            isWaiting = Arrays.copyOf(isWaiting, room);
            startedIn = Arrays.copyOf(startedIn, room);
            endedIn = Arrays.copyOf(endedIn, room);
            Arrays.fill(endedIn, before, room, Integer.MAX_VALUE);
        }
    }

    @Override
    public void compareFailed(int thread) {
        for (int i = touches.size() - 1; i >= 0 && touches.get(i).step() == step; i--) {
            Touch touch = touches.get(i);
            if (touch.isPoint()) {
                touches.set(
                        i,
                        new Touch(
                                step,
                                thread,
                                touch.resource(),
                                touch.slot(),
                                false,
                                touch.site(),
                                true,
                                touch.sections()));
            }
        }
    }

    @Override
    public void started(int thread, int child) {
        makeRoom(child);
        startedIn[child] = step;
    }

    @Override
    public void ended(int thread) {
        endedIn[thread] = step;
    }

    @Override
    public void woke(int thread, int sleeper) {
        if (pendingKind[sleeper] == OperationKind.WAIT) {
            woken.put(step, sleeper);
        }
    }

    @Override
    public void acquired(int thread, int monitor) {
        if (!IncidentalMonitors.contains(Objects.requireNonNull(resources).object(monitor))) {
            int site = thread < pendingSite.length && pendingResource[thread] == monitor
                    ? pendingSite[thread]
                    : Sites.UNKNOWN;
            take(new Section(thread, numbers.ofMonitor(monitor), monitor, step, site, true));
        }
    }

    @Override
    public void released(int thread, int monitor) {
        leave(thread, numbers.ofMonitor(monitor));
    }

    private void take(Section section) {
        sections.add(section);
        heldBy(section.thread).add(section);
    }

    /** The thread leaves the lock that it took last, and waits for a condition of that. */
    private void await(int thread, int site) {
        for (int i = heldBy(thread).size() - 1; i >= 0; i--) {
            Section section = heldBy(thread).get(i);
            if (!section.isMonitor) {
                leave(thread, section.lock);
                awaited.put(thread, new Section(thread, section.lock, section.resource, step, site, false));
                return;
            }
        }
    }

    /** The thread, which was parked, may have the lock again. */
    private void goesOn(int thread) {
        Section before = awaited.get(thread);
        if (before != null) {
            leave(thread, before.lock);
            take(new Section(thread, before.lock, before.resource, step, before.site, false));
        }
    }

    private @Nullable Section leave(int thread, int lock) {
        List<Section> mine = heldBy(thread);
        for (int i = mine.size() - 1; i >= 0; i--) {
            if (mine.get(i).lock == lock) {
                Section left = mine.remove(i);
                left.to = step;
                return left;
            }
        }
        return null;
    }

    private List<Section> heldBy(int thread) {
        while (held.size() <= thread) {
            held.add(new ArrayList<>());
        }
        return held.get(thread);
    }

    @Override
    public boolean hearsPlain() {
        return true;
    }

    @Override
    public void plain(int thread, int resource, int slot, boolean write, int site) {
        int last = touches.size() - 1;
        boolean isTold = last >= 0
                && touches.get(last).step() == step
                && touches.get(last).isPoint()
                && touches.get(last).site() == site;
        if (!isTold) {
            add(thread, resource, slot, write, site, false);
        }
    }

    private void add(int thread, int resource, int slot, boolean write, int site, boolean isPoint) {
        if (touches.size() < MOST) {
            touches.add(new Touch(step, thread, resource, slot, write, site, isPoint, List.copyOf(heldBy(thread))));
        }
    }
}

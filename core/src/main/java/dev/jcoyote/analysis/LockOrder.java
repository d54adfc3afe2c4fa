package dev.jcoyote.analysis;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order in which the threads of one execution take locks, and the cycles in it: potential deadlocks, as Havelund's
 * Goodlock (2000) finds them, with the guard locks and the order of starts and joins that Agarwal et al. (2010) take into
 * account.
 *
 * <p>Locks are monitors, {@code ReentrantLock} and both locks of {@code ReentrantReadWriteLock}. What {@code tryLock} takes
 * is left out: it does not wait. A cycle has several threads, of which each holds what the one before it takes; it is none
 * if two of them hold the same lock, or one takes its lock before the other has started or after it has ended.
 */
public final class LockOrder implements Observer {
    /** So many acquisitions are kept of an execution; one that takes more locks in one another is not looked at further. */
    private static final int MOST_ACQUISITIONS = 512;

    private static final int[] NO_CLOCK = {};
    private static final int MOST_CYCLES = 16;
    private static final int MOST_STEPS = 20_000;
    private static final int LONGEST = 8;

    /** A thread takes a lock while it holds others, the last of which it took at that site. */
    private static final class Acquisition {
        final int thread;
        final int lock;
        final int[] held;
        final int heldSite;
        final int site;

        /** What the thread knows of the starts and ends of others. */
        final int[] clock;

        Acquisition(int thread, int lock, int[] held, int heldSite, int site, int[] clock) {
            this.thread = thread;
            this.lock = lock;
            this.held = held;
            this.heldSite = heldSite;
            this.site = site;
            this.clock = clock;
        }

        /** Whether it comes before the other in every execution with the same starts and joins. */
        boolean isBefore(Acquisition other) {
            return thread < other.clock.length && clock[thread] <= other.clock[thread];
        }

        private boolean isSameAs(Acquisition other) {
            return thread == other.thread
                    && lock == other.lock
                    && site == other.site
                    && heldSite == other.heldSite
                    && Arrays.equals(held, other.held)
                    && Arrays.equals(clock, other.clock);
        }
    }

    private final HeldLocks held = new HeldLocks();
    private final SiteTraits traits = new SiteTraits();
    private final LockNumbers numbers = new LockNumbers();
    private final List<Acquisition> acquisitions = new ArrayList<>();
    private final List<int[]> clocks = new ArrayList<>();
    private int[] lastSite = new int[8];
    private int[] lastKind = new int[8];
    private int[] takenAt = new int[8];
    private int steps;

    @Override
    public void begin(ResourceTable resources) {
        held.clear();
        numbers.begin(resources);
        acquisitions.clear();
        clocks.clear();
    }

    @Override
    public void executed(Operation operation, OperationKind kind) {
        int thread = operation.thread();
        reach(thread);
        lastSite[thread] = operation.site();
        lastKind[thread] = kind.ordinal();
        if (kind == OperationKind.CALL && operation.resource() != Operation.NO_RESOURCE) {
            int traitsOfSite = traits.of(operation.site());
            if ((traitsOfSite & (SiteTraits.LOCK | SiteTraits.UNLOCK)) != 0) {
                int lock = numbers.ofLock(operation.resource());
                if ((traitsOfSite & SiteTraits.LOCK) != 0) {
                    take(thread, lock, operation.site());
                } else {
                    held.release(thread, lock);
                }
            }
        }
    }

    @Override
    public void acquired(int thread, int monitor) {
        reach(thread);
        boolean isPoint = lastKind[thread] == OperationKind.MONITOR_ENTER.ordinal();
        take(thread, numbers.ofMonitor(monitor), isPoint ? lastSite[thread] : Sites.UNKNOWN);
    }

    @Override
    public void released(int thread, int monitor) {
        held.release(thread, numbers.ofMonitor(monitor));
    }

    @Override
    public void started(int thread, int child) {
        int[] parents = startsAndJoins(thread);
        int[] childs = Arrays.copyOf(parents, Math.max(parents.length, child + 1));
        childs[child] = 1;
        set(child, childs);
        int[] later = parents.clone();
        later[thread]++;
        set(thread, later);
    }

    @Override
    public void joined(int thread, int ended) {
        int[] own = startsAndJoins(thread);
        int[] other = startsAndJoins(ended);
        int[] joined = Arrays.copyOf(own, Math.max(own.length, other.length));
        for (int i = 0; i < other.length; i++) {
            joined[i] = Math.max(joined[i], other[i]);
        }
        joined[thread]++;
        set(thread, joined);
    }

    private void take(int thread, int lock, int site) {
        int[] before = held.of(thread);
        boolean isNew = Arrays.stream(before).noneMatch(each -> each == lock);
        if (isNew && before.length > 0 && site != Sites.UNKNOWN && acquisitions.size() < MOST_ACQUISITIONS) {
            Acquisition acquisition =
                    new Acquisition(thread, lock, before, takenAt[thread], site, startsAndJoins(thread));
            if (acquisitions.stream().noneMatch(acquisition::isSameAs)) {
                acquisitions.add(acquisition);
            }
        }
        held.take(thread, lock);
        takenAt[thread] = site;
    }

    /** The cycles, each in the order of its threads; several with the same threads and sites come once. */
    public List<List<LockStep>> cycles() {
        List<List<LockStep>> cycles = new ArrayList<>();
        steps = 0;
        Acquisition[] chain = new Acquisition[LONGEST];
        for (Acquisition first : acquisitions) {
            chain[0] = first;
            extend(chain, 1, cycles);
        }
        return cycles;
    }

    private void extend(Acquisition[] chain, int length, List<List<LockStep>> cycles) {
        Acquisition last = chain[length - 1];
        for (Acquisition next : acquisitions) {
            if (cycles.size() >= MOST_CYCLES || steps++ > MOST_STEPS) {
                return;
            }
            // The thread with the lowest number comes first, so that each cycle is found once.
            if (next.thread > chain[0].thread && holds(next, last.lock) && mayBeTogether(chain, length, next)) {
                chain[length] = next;
                if (holds(chain[0], next.lock)) {
                    add(chain, length + 1, cycles);
                } else if (length + 1 < LONGEST) {
                    extend(chain, length + 1, cycles);
                }
            }
        }
    }

    private static boolean mayBeTogether(Acquisition[] chain, int length, Acquisition next) {
        for (int i = 0; i < length; i++) {
            Acquisition other = chain[i];
            if (other.thread == next.thread
                    || other.isBefore(next)
                    || next.isBefore(other)
                    || Arrays.stream(other.held).anyMatch(lock -> holds(next, lock))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Acquisition acquisition, int lock) {
        for (int each : acquisition.held) {
            if (LockNumbers.exclude(each, lock)) {
                return true;
            }
        }
        return false;
    }

    private static void add(Acquisition[] chain, int length, List<List<LockStep>> cycles) {
        List<LockStep> cycle = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            cycle.add(new LockStep(chain[i].thread, chain[i].heldSite, chain[i].site));
        }
        if (!cycles.contains(cycle)) {
            cycles.add(cycle);
        }
    }

    private int[] startsAndJoins(int thread) {
        int[] known = thread < clocks.size() ? clocks.get(thread) : NO_CLOCK;
        if (known.length == 0) {
            known = new int[thread + 1];
            known[thread] = 1;
            set(thread, known);
        }
        return known;
    }

    private void set(int thread, int[] clock) {
        while (clocks.size() <= thread) {
            clocks.add(NO_CLOCK);
        }
        clocks.set(thread, clock);
    }

    private void reach(int thread) {
        if (thread >= lastSite.length) {
            int capacity = Math.max(thread + 1, lastSite.length * 2);
            lastSite = Arrays.copyOf(lastSite, capacity);
            lastKind = Arrays.copyOf(lastKind, capacity);
            takenAt = Arrays.copyOf(takenAt, capacity);
        }
    }
}

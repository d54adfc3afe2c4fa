package dev.jcoyote.analysis;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds data races: two accesses of a plain field, an array element or a collection that no happens-before order separates.
 * No schedule has to bring the two together; one in which both occur is enough.
 *
 * <p>The order comes from monitors, from volatile and atomic accesses by their mode, in the program and in the code of the
 * JDK, from the start and the end of threads, and from interrupts. Neither {@code park} and {@code unpark} nor the end of a
 * wait give one: who waits rightly has it from the lock, or from the variable that was looked at. A call of a lock or a queue
 * gives none by itself, but by what the JDK does in it. {@link AccessHistory} has the algorithm, {@link Fences} what bare fences
 * order.
 */
public final class RaceDetector implements Observer {
    private final HappensBefore order = new HappensBefore();
    private final Sightings sightings = new Sightings();
    private final AccessHistory history = new AccessHistory(order, sightings);
    private final Fences fences = new Fences(order);
    private final HeldLocks locks = new HeldLocks();
    private final SiteTraits traits = new SiteTraits();

    /** The threads in an optimistic read of a {@code StampedLock}: until their next call they read what others may write. */
    private final BitSet optimists = new BitSet();

    /** The threads inside locks of libraries that only observe the program: those must not hide a race. */
    private final BitSet bystanders = new BitSet();

    private @Nullable ResourceTable resources;

    /** The next execution is the second run of one with races: it shows where the earlier of two accesses was made. */
    public void seek(List<Sighting> incomplete) {
        sightings.seek(incomplete, true);
    }

    /** The next execution repeats nothing. */
    public void seekNothing() {
        sightings.seek(List.of(), false);
    }

    /** The races of the last execution, each pair of code positions once, but for those that are {@linkplain #meant meant}. */
    public List<Sighting> sightings() {
        return sightings(false);
    }

    /** The races of the last execution both accesses of which stand at fences: their order matters, and nobody is told. */
    public List<Sighting> meant() {
        return sightings(true);
    }

    /** A loop, since this is done after every execution: a stream would load classes at each start. */
    private List<Sighting> sightings(boolean areMeant) {
        List<Sighting> chosen = new ArrayList<>();
        for (Sighting race : sightings.all()) {
            if (isMeant(race) == areMeant) {
                chosen.add(race);
            }
        }
        return chosen;
    }

    private boolean isMeant(Sighting race) {
        return fences.guard(race.firstThread(), race.firstIsWrite(), race.firstEvent())
                && fences.guard(race.secondThread(), race.secondIsWrite(), race.secondEvent());
    }

    /** Further executions need not show the race again. */
    public void isKnown(Sighting sighting) {
        sightings.isKnown(sighting);
    }

    @Override
    public void begin(ResourceTable known) {
        resources = known;
        order.begin();
        history.clear();
        fences.clear();
        locks.clear();
        optimists.clear();
        bystanders.clear();
        sightings.clear();
    }

    @Override
    public void executed(Operation operation, OperationKind kind) {
        int thread = operation.thread();
        if (Sites.isAnyFence() && !ordersNothing(operation, kind)) {
            fences.pass(thread, history.last());
        }
        switch (kind) {
            case READ -> reads(thread, operation.resource(), operation.slot());
            case WRITE -> writes(thread, operation.resource(), operation.slot());
            case CALL -> {
                bystanders.clear(thread);
                int trait = traitsOf(operation);
                called(thread, operation.resource(), operation.slot(), trait);
                if (isRelaxed(trait) && Sites.isAnyFence()) {
                    fences.access(thread, operation.resource(), operation.slot(), operation.isWrite());
                }
            }
            // The caller is who chose the thread: where it stands is seen when it goes on.
            case PLAIN_READ, PLAIN_WRITE ->
                comesTo(thread, operation.resource(), operation.slot(), operation.isWrite(), operation.site());
            default -> {}
        }
    }

    /** Whether it is a plain access, or one that is no more than that for the order of memory. */
    private boolean ordersNothing(Operation operation, OperationKind kind) {
        return kind == OperationKind.PLAIN_READ
                || kind == OperationKind.PLAIN_WRITE
                || (kind == OperationKind.CALL && isRelaxed(traitsOf(operation)));
    }

    private static boolean isRelaxed(int trait) {
        return (trait & (SiteTraits.ATOMIC | SiteTraits.ACQUIRE | SiteTraits.RELEASE)) == SiteTraits.ATOMIC;
    }

    /** Slot 0 stands for what VarHandles, updaters and Unsafe touch of the object: it may be the same field. */
    private void reads(int thread, int resource, int slot) {
        order.acquire(thread, resource, slot);
        if (resource != Operation.NO_RESOURCE) {
            order.acquire(thread, resource, 0);
        }
    }

    private void writes(int thread, int resource, int slot) {
        order.release(thread, resource, slot);
        if (resource != Operation.NO_RESOURCE) {
            order.release(thread, resource, 0);
        }
    }

    private int traitsOf(Operation operation) {
        ResourceTable known = resources;
        return known == null || operation.resource() == Operation.NO_RESOURCE || operation.resource() > known.size()
                ? traits.of(operation.site())
                : traits.of(operation.site(), known.object(operation.resource()));
    }

    @Override
    public void resumed(int thread) {
        if (sightings.isAnyUnseen()) {
            see(thread);
        }
    }

    private void called(int thread, int resource, int slot, int trait) {
        optimists.set(thread, (trait & SiteTraits.OPTIMISTIC) != 0);
        if ((trait & SiteTraits.LOCK) != 0) {
            locks.take(thread, resource);
        } else if ((trait & SiteTraits.UNLOCK) != 0) {
            locks.release(thread, resource);
        }
        order(thread, resource, slot, (trait & SiteTraits.ACQUIRE) != 0, (trait & SiteTraits.RELEASE) != 0);
    }

    private void order(int thread, int resource, int slot, boolean acquires, boolean releases) {
        if (acquires && releases) {
            order.acquireAndRelease(thread, resource, slot);
        } else if (acquires) {
            order.acquire(thread, resource, slot);
        } else if (releases) {
            order.release(thread, resource, slot);
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
    public boolean hearsQueues() {
        return false;
    }

    @Override
    public void synchronizing(int thread, int resource, int slot, boolean write, int site) {
        int trait = traits.of(site);
        if ((trait & SiteTraits.FENCE) != 0) {
            fences.fence(thread, (trait & SiteTraits.ACQUIRE) != 0, (trait & SiteTraits.RELEASE) != 0, history.last());
            return;
        }
        if (Sites.isAnyFence()) {
            fences.pass(thread, history.last());
        }
        boolean isAtomic = (trait & SiteTraits.ATOMIC) != 0;
        boolean acquires = isAtomic ? (trait & SiteTraits.ACQUIRE) != 0 : !write;
        boolean releases = isAtomic ? (trait & SiteTraits.RELEASE) != 0 : write;
        order(thread, resource, slot, acquires && !bystanders.get(thread), releases);
    }

    @Override
    public void bystands(int thread, boolean enters) {
        bystanders.set(thread, enters);
    }

    @Override
    public void started(int thread, int child) {
        order.start(thread, child);
    }

    @Override
    public void joined(int thread, int ended) {
        order.join(thread, ended);
    }

    @Override
    public void acquired(int thread, int monitor) {
        if (!isIncidental(monitor) && !bystanders.get(thread)) {
            order.acquire(thread, monitor, SyncClocks.MONITOR);
            locks.take(thread, monitor);
        }
    }

    @Override
    public void released(int thread, int monitor) {
        if (!isIncidental(monitor)) {
            order.release(thread, monitor, SyncClocks.MONITOR);
            locks.release(thread, monitor);
        }
    }

    private boolean isIncidental(int monitor) {
        ResourceTable known = resources;
        if (known == null || monitor > known.size()) {
            return false;
        }
        return IncidentalMonitors.contains(known.object(monitor));
    }

    @Override
    public void interruptFlag(int thread, int target, boolean write) {
        if (write && thread != target) {
            order.interrupt(thread, target);
        } else {
            order.detectInterrupt(thread, target);
        }
    }

    @Override
    public void plain(int thread, int resource, int slot, boolean write, int site) {
        if (comesTo(thread, resource, slot, write, site)) {
            see(thread);
        }
    }

    /** The thread comes to the access; returns whether somebody wants to know where it stands then. */
    private boolean comesTo(int thread, int resource, int slot, boolean write, int site) {
        if (!write && optimists.get(thread)) {
            return false;
        }
        int event = history.add(thread, resource, slot, write, site);
        if (Sites.isAnyFence()) {
            fences.access(thread, resource, slot, write);
        }
        sightings.comesTo(event, thread, site);
        return sightings.isAnyUnseen();
    }

    /** The thread, which is the caller, has come to its access. */
    private void see(int thread) {
        List<Integer> held = Arrays.stream(locks.of(thread)).boxed().toList();
        sightings.see(new Evidence(List.of(new Throwable().getStackTrace()), held));
    }
}

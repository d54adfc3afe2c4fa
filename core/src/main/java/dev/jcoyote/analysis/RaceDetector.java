package dev.jcoyote.analysis;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds data races: two accesses of a plain field, an array element or a collection that no happens-before order separates.
 * No schedule has to bring the two together; one in which both occur is enough.
 *
 * <p>The algorithm is FastTrack (Flanagan and Freund, PLDI 2009), with these deviations. A write clears the reads that come
 * before it, also where there was only one. After a race the later access counts as ordered after the earlier one. Each
 * pair of code positions is told once. Neither {@code park} and {@code unpark} nor the end of a wait give an order: who
 * waits rightly has it from the lock, or from the variable that was looked at.
 */
public final class RaceDetector implements Observer {
    private final HappensBefore order = new HappensBefore();
    private final ShadowTable shadow = new ShadowTable();
    private final HeldLocks locks = new HeldLocks();
    private final SiteTraits traits = new SiteTraits();

    /** The threads in an optimistic read of a {@code StampedLock}: until their next call they read what others may write. */
    private final BitSet optimists = new BitSet();

    private final boolean callsAreOrdered;

    /** The pairs of code positions that are known to race, of all executions. */
    private final Set<Long> told = new HashSet<>();

    private final List<Sighting> sightings = new ArrayList<>();
    private List<Sighting> sought = List.of();
    private @Nullable ResourceTable resources;
    private boolean isSecondRun;
    private int event;

    /** Whose racing access is a scheduling point: its stack can be seen when it goes on. */
    private final List<Sighting> unseen = new ArrayList<>();

    private boolean isAtPoint;

    /**
     * Creates a detector.
     *
     * @param callsAreOrdered whether each call of a concurrent object comes after those before it: where the code of the
     *     JDK, which knows better, cannot be heard
     */
    public RaceDetector(boolean callsAreOrdered) {
        this.callsAreOrdered = callsAreOrdered;
    }

    /** The next execution is the second run of one with races: it shows where the earlier of two accesses was made. */
    public void seek(List<Sighting> incomplete) {
        sought = List.copyOf(incomplete);
        isSecondRun = true;
    }

    /** The next execution repeats nothing. */
    public void seekNothing() {
        sought = List.of();
        isSecondRun = false;
    }

    /** The races of the last execution, each pair of code positions once. */
    public List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    /** Further executions need not show the race again. */
    public void isKnown(Sighting sighting) {
        told.add(pair(sighting.firstSite(), sighting.secondSite()));
    }

    @Override
    public void begin(ResourceTable known) {
        resources = known;
        order.begin();
        shadow.clear();
        locks.clear();
        optimists.clear();
        sightings.clear();
        unseen.clear();
        event = 0;
    }

    @Override
    public void executed(Operation operation, OperationKind kind) {
        int thread = operation.thread();
        switch (kind) {
            case READ -> order.acquire(thread, operation.resource(), operation.slot());
            case WRITE -> order.release(thread, operation.resource(), operation.slot());
            case CALL -> called(thread, operation.resource(), operation.slot(), traits.of(operation.site()));
            case PLAIN_READ, PLAIN_WRITE -> {
                isAtPoint = true;
                plain(thread, operation.resource(), operation.slot(), operation.isWrite(), operation.site());
                isAtPoint = false;
            }
            default -> {}
        }
    }

    @Override
    public void resumed(int thread) {
        if (!unseen.isEmpty()) {
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
        boolean isOrdered = callsAreOrdered && (trait & SiteTraits.ATOMIC) == 0;
        if (isOrdered || (trait & SiteTraits.ACQUIRE) != 0) {
            order.acquire(thread, resource, slot);
        }
        if (isOrdered || (trait & SiteTraits.RELEASE) != 0) {
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
    public void synchronizing(int thread, int resource, int slot, boolean write, int site) {
        int trait = traits.of(site);
        boolean isAtomic = (trait & SiteTraits.ATOMIC) != 0;
        if (isAtomic ? (trait & SiteTraits.ACQUIRE) != 0 : !write) {
            order.acquire(thread, resource, slot);
        }
        if (isAtomic ? (trait & SiteTraits.RELEASE) != 0 : write) {
            order.release(thread, resource, slot);
        }
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
        if (!isIncidental(monitor)) {
            order.acquire(thread, monitor, 0);
            locks.take(thread, monitor);
        }
    }

    @Override
    public void released(int thread, int monitor) {
        if (!isIncidental(monitor)) {
            order.release(thread, monitor, 0);
            locks.release(thread, monitor);
        }
    }

    /**
     * Whether the JDK takes that monitor for its own sake, where nothing is promised to the program: who starts a thread or
     * prints a line must not hide a race by that.
     */
    private boolean isIncidental(int monitor) {
        ResourceTable known = resources;
        if (known == null || monitor > known.size()) {
            return false;
        }
        Object object = known.object(monitor);
        return object instanceof ThreadGroup || object instanceof PrintStream;
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
        event++;
        int row = shadow.row(resource, slot);
        long now = order.epoch(thread);
        if (isSecondRun) {
            look(thread, site);
        }
        if (write) {
            write(row, now, resource, slot, site);
        } else {
            read(row, now, resource, slot, site);
        }
    }

    private void read(int row, long now, int resource, int slot, int site) {
        // Who races with a read races with the same thread's write at that moment too.
        int thread = HappensBefore.threadOf(now);
        if (shadow.read(row) == now || shadow.write(row) == now || optimists.get(thread)) {
            return;
        }
        if (shadow.isShared(row)) {
            if (shadow.readers(row).contains(now)) {
                return;
            }
            checkWrite(row, thread, resource, slot, false, site);
            shadow.readBeside(row, now, site, event);
            return;
        }
        checkWrite(row, thread, resource, slot, false, site);
        long last = shadow.read(row);
        if (last == HappensBefore.NEVER || order.isBefore(last, thread)) {
            shadow.readLast(row, now, site, event);
        } else {
            shadow.readBeside(row, now, site, event);
        }
    }

    private void write(int row, long now, int resource, int slot, int site) {
        if (shadow.write(row) == now && shadow.read(row) == HappensBefore.NEVER) {
            return;
        }
        int thread = HappensBefore.threadOf(now);
        checkWrite(row, thread, resource, slot, true, site);
        if (shadow.isShared(row)) {
            ReadSet readers = shadow.readers(row);
            for (int i = 0; i < readers.size(); i++) {
                check(readers.epoch(i), readers.site(i), false, readers.event(i), thread, resource, slot, true, site);
            }
        } else {
            check(
                    shadow.read(row),
                    shadow.readSite(row),
                    false,
                    shadow.readEvent(row),
                    thread,
                    resource,
                    slot,
                    true,
                    site);
        }
        shadow.written(row, now, site, event);
    }

    private void checkWrite(int row, int thread, int resource, int slot, boolean write, int site) {
        check(
                shadow.write(row),
                shadow.writeSite(row),
                true,
                shadow.writeEvent(row),
                thread,
                resource,
                slot,
                write,
                site);
    }

    private void check(
            long earlier,
            int earlierSite,
            boolean earlierIsWrite,
            int earlierEvent,
            int thread,
            int resource,
            int slot,
            boolean write,
            int site) {
        if (earlier == HappensBefore.NEVER || order.isBefore(earlier, thread) || isSecondRun) {
            return;
        }
        if (isTold(earlierSite, site)) {
            return;
        }
        Sighting sighting = new Sighting(
                resource,
                slot,
                HappensBefore.threadOf(earlier),
                earlierSite,
                earlierIsWrite,
                earlierEvent,
                thread,
                site,
                write);
        sightings.add(sighting);
        unseen.add(sighting);
        if (!isAtPoint) {
            see(thread);
        }
    }

    private boolean isTold(int oneSite, int otherSite) {
        long pair = pair(oneSite, otherSite);
        for (Sighting sighting : sightings) {
            if (pair(sighting.firstSite(), sighting.secondSite()) == pair) {
                return true;
            }
        }
        return told.contains(pair);
    }

    private static long pair(int oneSite, int otherSite) {
        return (long) Math.min(oneSite, otherSite) << 32 | Math.max(oneSite, otherSite);
    }

    /** Whether the access is one that a first run saw only the position of. */
    private void look(int thread, int site) {
        for (Sighting sighting : sought) {
            if (sighting.firstEvent() == event && sighting.firstSite() == site && sighting.firstThread() == thread) {
                unseen.add(sighting);
            }
        }
        if (!isAtPoint && !unseen.isEmpty()) {
            see(thread);
        }
    }

    /** The thread, which is the caller, has come to the accesses that are unseen. */
    private void see(int thread) {
        List<Integer> held = Arrays.stream(locks.of(thread)).boxed().toList();
        Evidence evidence = new Evidence(List.of(new Throwable().getStackTrace()), held);
        for (Sighting sighting : unseen) {
            if (isSecondRun) {
                sighting.seeFirst(evidence);
            } else {
                sighting.seeSecond(evidence);
            }
        }
        unseen.clear();
    }
}

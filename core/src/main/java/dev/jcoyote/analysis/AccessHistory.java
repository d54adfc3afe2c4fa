package dev.jcoyote.analysis;

/**
 * The last accesses of each place in memory, and which of them race with the next one: FastTrack (Flanagan and Freund, PLDI
 * 2009).
 *
 * <p>The deviations: a write clears the reads before it, also where there was only one. A read counts for nothing if the same
 * thread has written there at the same moment, since whoever races with the read races with the write too. After a race the
 * later access counts as ordered after the earlier one.
 */
final class AccessHistory {
    private final HappensBefore order;
    private final Sightings sightings;
    private final ShadowTable shadow = new ShadowTable();

    // The access that comes next.
    private int event;
    private int thread;
    private int resource;
    private int slot;
    private boolean write;
    private int site;

    AccessHistory(HappensBefore order, Sightings sightings) {
        this.order = order;
        this.sightings = sightings;
    }

    /** Forgets the last execution. */
    void clear() {
        shadow.clear();
        event = 0;
    }

    /** The thread comes to the access; returns the access's number among all of the execution. */
    int add(int nextThread, int nextResource, int nextSlot, boolean isWrite, int nextSite) {
        event++;
        thread = nextThread;
        resource = nextResource;
        slot = nextSlot;
        write = isWrite;
        site = nextSite;
        int row = shadow.row(resource, slot);
        long now = order.epoch(thread);
        if (isWrite) {
            write(row, now);
        } else {
            read(row, now);
        }
        return event;
    }

    /** The number of the last access. */
    int last() {
        return event;
    }

    private void read(int row, long now) {
        if (shadow.read(row) == now || shadow.write(row) == now) {
            return;
        }
        boolean isShared = shadow.isShared(row);
        if (isShared && shadow.readers(row).contains(now)) {
            return;
        }
        compare(shadow.write(row), shadow.writeSite(row), true, shadow.writeEvent(row));
        long last = shadow.read(row);
        if (!isShared && (last == HappensBefore.NEVER || order.isBefore(last, thread))) {
            shadow.readLast(row, now, site, event);
        } else {
            shadow.readBeside(row, now, site, event);
        }
    }

    private void write(int row, long now) {
        if (shadow.write(row) == now && shadow.read(row) == HappensBefore.NEVER) {
            return;
        }
        compare(shadow.write(row), shadow.writeSite(row), true, shadow.writeEvent(row));
        if (shadow.isShared(row)) {
            ReadSet readers = shadow.readers(row);
            for (int i = 0; i < readers.size(); i++) {
                compare(readers.epoch(i), readers.site(i), false, readers.event(i));
            }
        } else {
            compare(shadow.read(row), shadow.readSite(row), false, shadow.readEvent(row));
        }
        shadow.written(row, now, site, event);
    }

    /** Whether the earlier access races with the next one. */
    private void compare(long earlier, int earlierSite, boolean earlierIsWrite, int earlierEvent) {
        if (earlier != HappensBefore.NEVER && !order.isBefore(earlier, thread) && sightings.isNew(earlierSite, site)) {
            sightings.add(new Sighting(
                    resource,
                    slot,
                    HappensBefore.threadOf(earlier),
                    earlierSite,
                    earlierIsWrite,
                    earlierEvent,
                    thread,
                    site,
                    write,
                    event));
        }
    }
}

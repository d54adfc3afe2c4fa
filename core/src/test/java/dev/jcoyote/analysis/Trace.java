package dev.jcoyote.analysis;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.IdentityNumbers;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an execution's threads do, written down by hand: both a detector and a naive oracle can hear it. */
final class Trace {
    /** What a step does to the order of memory, or to a place. */
    enum Does {
        READ,
        WRITE,
        ACQUIRE,
        RELEASE,
        VOLATILE_READ,
        VOLATILE_WRITE,
        UPDATE,
        START,
        JOIN
    }

    /** A step of a thread; the object is a place, a lock, a volatile variable or a thread. */
    record Step(int thread, Does does, int object) {}

    private static final int PLACES = 1_000;
    private static final int LOCKS = 2_000;
    private static final int VOLATILES = 3_000;

    /** A place has positions of its own: a detector tells each pair of them once. */
    private static final int[] READ_SITES = sites(false, OperationKind.PLAIN_READ);

    private static final int[] WRITE_SITES = sites(true, OperationKind.PLAIN_WRITE);
    private static final int VOLATILE_READ_SITE = site("Place.flag", false, OperationKind.READ);
    private static final int VOLATILE_WRITE_SITE = site("Place.flag", true, OperationKind.WRITE);
    private static final int UPDATE_SITE = site("AtomicInteger.incrementAndGet", true, OperationKind.CALL);

    final List<Step> steps = new ArrayList<>();

    private static int site(String target, boolean write, OperationKind kind) {
        return Sites.add("Program", "run", "Program.java", 1, kind, write, target, !target.startsWith("Atomic"));
    }

    private static int[] sites(boolean write, OperationKind kind) {
        int[] sites = new int[8];
        for (int place = 0; place < sites.length; place++) {
            sites[place] = site("Place.value" + place, write, kind);
        }
        return sites;
    }

    Trace add(int thread, Does does, int object) {
        steps.add(new Step(thread, does, object));
        return this;
    }

    /** The places that race by the detector, in the order of their numbers. */
    Set<Integer> racyPlaces(RaceDetector detector) {
        detector.begin(new ResourceTable(new IdentityNumbers()));
        for (Step step : steps) {
            tell(detector, step);
        }
        Set<Integer> places = new TreeSet<>();
        for (Sighting sighting : detector.sightings()) {
            places.add(sighting.resource() - PLACES);
        }
        return places;
    }

    private static void tell(RaceDetector detector, Step step) {
        int thread = step.thread();
        int object = step.object();
        switch (step.does()) {
            case READ -> detector.plain(thread, PLACES + object, 1, false, READ_SITES[object]);
            case WRITE -> detector.plain(thread, PLACES + object, 1, true, WRITE_SITES[object]);
            case ACQUIRE -> detector.acquired(thread, LOCKS + object);
            case RELEASE -> detector.released(thread, LOCKS + object);
            case VOLATILE_READ -> executed(detector, thread, OperationKind.READ, object, false, VOLATILE_READ_SITE);
            case VOLATILE_WRITE -> executed(detector, thread, OperationKind.WRITE, object, true, VOLATILE_WRITE_SITE);
            case UPDATE -> executed(detector, thread, OperationKind.CALL, object, true, UPDATE_SITE);
            case START -> detector.started(thread, object);
            case JOIN -> detector.joined(thread, object);
        }
    }

    private static void executed(
            RaceDetector detector, int thread, OperationKind kind, int object, boolean write, int site) {
        Operation operation = new Operation(thread);
        operation.become(kind, VOLATILES + object, Sites.slot(site), write, site);
        detector.executed(operation, kind);
    }
}

package dev.jcoyote.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The races of an execution, each pair of code positions once, and what is still to be seen of them. */
final class Sightings {
    /** The pairs of code positions that nobody needs to be told again. */
    private final Set<Long> known = new HashSet<>();

    private final List<Sighting> all = new ArrayList<>();

    /** Those whose earlier access a second run shall show. */
    private List<Sighting> sought = List.of();

    private boolean isSecondRun;

    /** Those one of whose threads comes to its access now. */
    private final List<Sighting> unseen = new ArrayList<>();

    void seek(List<Sighting> incomplete, boolean secondRun) {
        sought = List.copyOf(incomplete);
        isSecondRun = secondRun;
    }

    /** Forgets the last execution. */
    void clear() {
        all.clear();
        unseen.clear();
    }

    List<Sighting> all() {
        return List.copyOf(all);
    }

    /** Further executions need not show the race again. */
    void isKnown(Sighting sighting) {
        known.add(pair(sighting.firstSite(), sighting.secondSite()));
    }

    /** Whether a race of those two positions is worth telling. */
    boolean isNew(int oneSite, int otherSite) {
        if (isSecondRun) {
            return false;
        }
        long pair = pair(oneSite, otherSite);
        for (Sighting sighting : all) {
            if (pair(sighting.firstSite(), sighting.secondSite()) == pair) {
                return false;
            }
        }
        return !known.contains(pair);
    }

    void add(Sighting sighting) {
        all.add(sighting);
        unseen.add(sighting);
    }

    /** A thread comes to the access of that number: perhaps it is one that a first run saw only the position of. */
    void comesTo(int event, int thread, int site) {
        for (Sighting sighting : sought) {
            if (sighting.firstEvent() == event && sighting.firstSite() == site && sighting.firstThread() == thread) {
                unseen.add(sighting);
            }
        }
    }

    /** Whether somebody wants to know where the thread stands that comes to its access now. */
    boolean isAnyUnseen() {
        return !unseen.isEmpty();
    }

    /** That is where it stands. */
    void see(Evidence evidence) {
        for (Sighting sighting : unseen) {
            if (isSecondRun) {
                sighting.seeFirst(evidence);
            } else {
                sighting.seeSecond(evidence);
            }
        }
        unseen.clear();
    }

    private static long pair(int oneSite, int otherSite) {
        return (long) Math.min(oneSite, otherSite) << 32 | Math.max(oneSite, otherSite);
    }
}

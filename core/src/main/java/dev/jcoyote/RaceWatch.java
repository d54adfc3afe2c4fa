package dev.jcoyote;

import dev.jcoyote.analysis.Evidence;
import dev.jcoyote.analysis.RaceDetector;
import dev.jcoyote.analysis.Sighting;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.scheduler.ProgramStack;
import dev.jcoyote.scheduler.ResourceNames;
import dev.jcoyote.strategy.Epochs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for data races in the executions of an exploration. Each one's second run shows the stack of the earlier access; what
 * races has scheduling points from the next epoch on.
 */
final class RaceWatch {
    /** How many executions are run a second time for the sake of a stack: whoever needs more has other worries. */
    private static final int MOST_SECOND_RUNS = 20;

    private final RaceMode races;
    private final ExecutionRunner runner;
    private final BenignRaces benign;
    private final @Nullable RaceDetector detector;

    private final Set<String> told = new HashSet<>();
    private final List<Open> open = new ArrayList<>();
    private final SortedSet<String> found = new TreeSet<>();
    private SortedSet<String> promoted = new TreeSet<>();
    private boolean hasNew;

    /** The first execution of the epoch that the last one belongs to. */
    private int epochBegin = 1;

    private int secondRuns;

    /** A race of the last execution; the earlier access is still without its stack. */
    private record Open(Sighting sighting, Race race) {}

    /** Watches the executions of that runner; annotations are looked for in classes of that loader. */
    RaceWatch(Configuration configuration, ExecutionRunner runner, ClassLoader loader) {
        this.races = configuration.races().mode();
        this.runner = runner;
        this.benign = configuration.races().benign(loader);
        this.detector = races == RaceMode.OFF ? null : new RaceDetector();
        if (detector != null) {
            runner.observe(detector);
        }
    }

    /** Makes exactly these locations scheduling points. */
    void promote(SortedSet<String> locations) {
        promoted = new TreeSet<>(locations);
        found.clear();
        Sites.promote(promoted);
    }

    /** The locations that have scheduling points because they race. */
    SortedSet<String> promoted() {
        return promoted;
    }

    /** The locations that will have them in the next epoch if this one ends now. */
    SortedSet<String> promotedByNow() {
        SortedSet<String> byNow = new TreeSet<>(promoted);
        byNow.addAll(found);
        return byNow;
    }

    /** Whether there are locations without scheduling points that race. */
    boolean areToBePromoted() {
        return !promoted.containsAll(found);
    }

    /**
     * An execution comes next that repeats none.
     *
     * @param atOnce whether what races becomes scheduling points now, and not in the next epoch
     * @return whether something does
     */
    boolean begin(int number, boolean atOnce) {
        if (detector != null) {
            detector.seekNothing();
        }
        int epoch = Epochs.firstOf(number);
        boolean isPromoted = (atOnce || epoch != epochBegin) && areToBePromoted();
        if (isPromoted) {
            promote(promotedByNow());
        }
        epochBegin = epoch;
        return isPromoted;
    }

    /** The last execution is run once more. */
    void beginSecondRun() {
        if (detector != null) {
            detector.seek(open.stream().map(Open::sighting).toList());
        }
    }

    /** An execution has ended that nobody is told of: those after it shall know what races. */
    void learn() {
        if (detector != null) {
            learn(detector.sightings());
            learn(detector.meant());
        }
    }

    private void learn(List<Sighting> sightings) {
        for (Sighting sighting : sightings) {
            found.add(Sites.location(sighting.firstSite()));
            found.add(Sites.location(sighting.secondSite()));
        }
    }

    /** An execution has ended that repeats none: takes note of what races in it, and returns whether anything does. */
    boolean ended(int number) {
        open.clear();
        hasNew = false;
        if (detector == null) {
            return false;
        }
        List<Sighting> meant = detector.meant();
        learn(meant);
        meant.forEach(detector::isKnown);
        if (detector.sightings().isEmpty()) {
            return false;
        }
        List<Sighting> sightings = detector.sightings();
        learn(sightings);
        ResourceNames names = new ResourceNames(runner.events(), runner.resources());
        Set<String> ofExecution = new HashSet<>();
        for (Sighting sighting : sightings) {
            Race race = race(sighting, number, names);
            boolean isNew = told.add(race.key());
            boolean isFirst = ofExecution.add(race.key());
            hasNew |= isNew;
            // Where a race is a bug every execution with one counts.
            if (races == RaceMode.FAIL ? isFirst : isNew) {
                open.add(new Open(sighting, race));
            }
            if (races != RaceMode.FAIL) {
                detector.isKnown(sighting);
            }
        }
        return !open.isEmpty();
    }

    /** Whether a second run of the last execution would tell more about its races. */
    boolean asksForSecondRun() {
        return hasNew && secondRuns++ < MOST_SECOND_RUNS;
    }

    /** The races of the last execution, with what a second run has told since; of those known before only if they fail. */
    List<Race> take() {
        List<Race> all = new ArrayList<>();
        if (!open.isEmpty()) {
            ResourceNames names = new ResourceNames(runner.events(), runner.resources());
            for (Open each : open) {
                Race race = each.race();
                RaceAccess first = first(each.sighting(), names);
                all.add(new Race(race.location(), first, race.second(), race.execution(), race.benign()));
            }
            open.clear();
        }
        return all;
    }

    private Race race(Sighting sighting, int number, ResourceNames names) {
        RaceAccess first = first(sighting, names);
        RaceAccess second = access(
                sighting.secondThread(), sighting.secondSite(), sighting.secondIsWrite(), sighting.second(), names);
        String reason = benign.reason(Sites.location(sighting.secondSite()), first.position(), second.position());
        return new Race(location(sighting, names), first, second, number, reason);
    }

    private RaceAccess first(Sighting sighting, ResourceNames names) {
        return access(sighting.firstThread(), sighting.firstSite(), sighting.firstIsWrite(), sighting.first(), names);
    }

    private RaceAccess access(int thread, int site, boolean write, Evidence evidence, ResourceNames names) {
        List<StackTraceElement> stack = ProgramStack.of(evidence.stack().toArray(new StackTraceElement[0]));
        List<String> locks = new ArrayList<>();
        for (int lock : evidence.locks()) {
            locks.add(names.of(lock));
        }
        return new RaceAccess(runner.threads().get(thread).label(), write, Sites.frame(site), stack, locks);
    }

    private String location(Sighting sighting, ResourceNames names) {
        int site = sighting.secondSite();
        if (sighting.resource() == 0 || Sites.slot(site) != 0) {
            return Sites.target(site);
        }
        String object = names.of(sighting.resource());
        return sighting.slot() == 0 ? object : "element " + (sighting.slot() - 1) + " of " + object;
    }
}

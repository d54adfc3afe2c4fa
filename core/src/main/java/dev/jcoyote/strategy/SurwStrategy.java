package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;
import java.util.Arrays;
import java.util.Map;

/**
 * SURW, selectively uniform sampling: the order of a few interesting events is drawn as by {@link UrwStrategy}, and all
 * other events run as they come. With few of them, even an order that needs much is likely.
 *
 * <p>Source: Zhao, Wolff, Mathur and Roychoudhury, "Selectively Uniform Concurrency Testing", ASPLOS 2025, algorithm 2. The
 * events at one shared location are interesting, which each execution draws anew, a location with more events more often.
 * The intended thread, which has the next interesting event, is drawn by the number of those that threads have before them.
 * Who comes to an interesting event without being intended is held until the intended thread has executed its own. If all
 * are held, or wait for those who are, all are released and the intended thread is drawn anew. What is not interesting is
 * ordered by {@link EventPriorities}, as POS does: a walk that gives each free thread the same chance finds orders of several
 * locations less often.
 *
 * <p>Deviations:
 * <ul>
 *   <li>A location is interesting if two threads or more have touched it and one of them has changed it, in the profile.
 *       The authors' evaluation asks for half of the threads. Monitors are locations too.
 *   <li>The profile of a location is the first execution in which it was shared; no more than 16 locations are kept. In the
 *       first execution of all each thread runs for as long as it can, at most 64 decisions in a row: threads that interrupt
 *       each other retry and poll, events that few other executions have.
 *   <li>If no intended event comes for longer than the profiled execution was, whoever is held is released, and the
 *       intended thread counts as one that has no more events: it may be in a loop that only a held one can end. A yield, a
 *       spin hint or a sleep makes that time shorter by 16 decisions.
 * </ul>
 *
 * <p>Fair: every draw gives an enabled event a positive chance to be the next, and nobody is held for ever.
 */
public final class SurwStrategy implements Strategy {
    static final String NAME = "surw";

    private static final int LONGEST_TURN = 64;
    private static final int LEAST_PATIENCE = 64;
    private static final int MOST_PATIENCE = 4096;
    private static final int PATIENCE_OF_A_HINT = 16;

    private final SeededRandom random = new SeededRandom();
    private final EventPriorities priorities = new EventPriorities(random);
    private final RemainingEvents remaining = new RemainingEvents(random);
    private final LearnedProfile profile;

    /** Whether this is the first execution of all, in which each thread runs for as long as it can. */
    private boolean isFirst;

    /** How many more decisions the thread that ran last goes on for, in the first execution. */
    private int turn;

    /** The location whose events are interesting; {@link Locations#NONE} if no shared one is known. */
    private long target;

    /** The thread that has the next interesting event; {@link Options#NONE} until one is drawn. */
    private int intended;

    /** By thread: whether it has come to an interesting event and is not intended. */
    private boolean[] held = new boolean[16];

    private int decision;

    /** The decision at which those who are held are released. */
    private int nextRelease;

    private int patience;

    /** Creates the strategy; nothing is known of the program. */
    public SurwStrategy() {
        this(new LearnedProfile(Profile.EMPTY));
    }

    SurwStrategy(LearnedProfile profile) {
        this.profile = profile;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void beginExecution(int number, long seed) {
        profile.beginExecution(number);
        random.seed(seed);
        priorities.beginExecution();
        decision = 0;
        target = Locations.NONE;
        Map<Long, Profile.Entry> entries = profile.inUse().entries();
        isFirst = entries.isEmpty() && number == 1;
        turn = 0;
        Profile.Entry all = entries.get(Profile.ALL);
        patience = all == null
                ? LEAST_PATIENCE
                : Math.min(MOST_PATIENCE, LEAST_PATIENCE + all.counts().total());
        drawTarget(entries);
        letGo();
    }

    private void drawTarget(Map<Long, Profile.Entry> entries) {
        int sum = 0;
        for (Map.Entry<Long, Profile.Entry> entry : entries.entrySet()) {
            sum += entry.getKey() == Profile.ALL ? 0 : weight(entry.getValue());
        }
        if (sum == 0) {
            return;
        }
        int drawn = random.nextInt(sum);
        for (Map.Entry<Long, Profile.Entry> entry : entries.entrySet()) {
            if (entry.getKey() != Profile.ALL && drawn >= 0) {
                drawn -= weight(entry.getValue());
                target = entry.getKey();
                remaining.begin(entry.getValue().counts());
            }
        }
    }

    private static int weight(Profile.Entry entry) {
        return Math.min(1 << 20, entry.counts().total());
    }

    private void release(int thread) {
        if (thread < held.length) {
            held[thread] = false;
        }
    }

    private void letGo() {
        intended = Options.NONE;
        Arrays.fill(held, false);
        nextRelease = decision + patience;
    }

    @Override
    public int chooseThread(Options options) {
        profile.meet(options);
        if (isFirst) {
            return goOn(options);
        }
        decision++;
        priorities.meet(options);
        int chosen = target == Locations.NONE ? priorities.highest(options) : highestThatIsDue(options);
        priorities.choose(options.operation(chosen));
        return chosen;
    }

    /** The thread that ran last if its turn is not over, else any other one. */
    private int goOn(Options options) {
        if (options.current() != Options.NONE && --turn > 0) {
            return options.current();
        }
        turn = LONGEST_TURN;
        int position = random.nextInt(options.size());
        int thread = options.thread(position);
        return thread == options.current() ? options.thread((position + 1) % options.size()) : thread;
    }

    /** The thread with the highest priority among those that are not to be held. */
    private int highestThatIsDue(Options options) {
        makeRoom(profile.paths().size());
        intended = remaining.meet(profile.paths(), intended);
        if (decision >= nextRelease) {
            if (intended != Options.NONE) {
                remaining.none(intended);
            }
            letGo();
        }
        int candidate = highestFree(options);
        while (isInteresting(options.operation(candidate))) {
            remaining.atLeastOne(candidate);
            if (intended == Options.NONE) {
                intended = drawIntended(options);
            }
            if (candidate == intended) {
                return candidate;
            }
            held[candidate] = true;
            candidate = highestFree(options);
        }
        return candidate;
    }

    private void makeRoom(int threads) {
        if (threads > held.length) {
            held = Arrays.copyOf(held, threads * 2);
        }
    }

    /** The enabled thread with the highest priority among those that are not held; all are released if there is none. */
    private int highestFree(Options options) {
        int best = priorities.highest(options, held);
        if (best == Options.NONE) {
            letGo();
            best = priorities.highest(options, held);
        }
        return best;
    }

    private int drawIntended(Options options) {
        int sum = 0;
        for (int i = 0; i < options.size(); i++) {
            sum += weight(options.thread(i));
        }
        int drawn = random.nextInt(sum);
        int position = 0;
        while (drawn >= weight(options.thread(position))) {
            drawn -= weight(options.thread(position++));
        }
        return options.thread(position);
    }

    private int weight(int thread) {
        return held[thread] ? 0 : remaining.of(thread);
    }

    private boolean isInteresting(Operation operation) {
        return profile.locations().of(operation) == target;
    }

    @Override
    public void executed(Operation operation) {
        if (target != Locations.NONE && isInteresting(operation)) {
            remaining.executed(operation.thread());
            release(operation.thread());
            if (operation.thread() == intended) {
                letGo();
            }
        }
        profile.executed(operation);
        if (Hints.isHint(operation.kind())) {
            nextRelease -= PATIENCE_OF_A_HINT;
            turn = 0;
        }
        priorities.executed(operation);
    }

    @Override
    public void compareFailed(Operation operation) {
        priorities.compareFailed(operation);
        profile.compareFailed(operation);
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return random.nextInt(bound);
    }

    @Override
    public void endExecution(int steps) {
        profile.endExecution();
    }

    @Override
    public boolean isFair() {
        return true;
    }

    @Override
    public String learned() {
        return LearnedPairs.text(LearnedProfile.EVENTS, profile.inUse().text());
    }

    @Override
    public String learnedByNow() {
        return LearnedPairs.text(LearnedProfile.EVENTS, profile.byNow().text());
    }
}

package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;
import dev.jcoyote.schedule.OperationText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The strategy that tries to bring about a potential deadlock: a random walk in which each thread of the cycle is held
 * before it takes its last lock, until all of them have come there (Joshi et al., DeadlockFuzzer, PLDI 2009).
 *
 * <p>Threads are known by their paths and acquisitions by their code positions, which other executions have too. If nobody
 * else can go on, one of those that are held does, drawn at random.
 */
public final class DirectedStrategy implements Strategy {
    /** The name of executions that are directed. */
    public static final String NAME = "directed";

    private final List<LockWish> cycle;
    private final String learned;
    private final SeededRandom random = new SeededRandom();

    /** For each part the threads that have passed the acquisition of what its thread is to hold. */
    private final List<BitSet> passed = new ArrayList<>();

    /** Whether the thread of that part is let go, and takes its lock. */
    private final boolean[] released;

    private final int[] candidates = new int[64];
    private final Map<Integer, String> positions = new HashMap<>();
    private final Map<Integer, Integer> parts = new HashMap<>();

    /**
     * Creates it for one cycle.
     *
     * @param learned what was learned and is used in its executions, the cycle included
     */
    public DirectedStrategy(List<LockWish> cycle, String learned) {
        this.cycle = List.copyOf(cycle);
        this.learned = learned;
        for (int part = 0; part < cycle.size(); part++) {
            passed.add(new BitSet());
        }
        released = new boolean[cycle.size()];
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void beginExecution(int number, long seed) {
        random.seed(seed);
        parts.clear();
        passed.forEach(BitSet::clear);
        Arrays.fill(released, false);
    }

    @Override
    public void executed(Operation operation) {
        String position = position(operation);
        for (int part = 0; part < cycle.size(); part++) {
            LockWish wish = cycle.get(part);
            if (position.equals(wish.position())) {
                passed.get(part).clear(operation.thread());
            }
            if (position.equals(wish.heldPosition())) {
                passed.get(part).set(operation.thread());
            }
        }
    }

    @Override
    public int chooseThread(Options options) {
        int free = 0;
        int held = 0;
        for (int i = 0; i < options.size(); i++) {
            int thread = options.thread(i);
            if (isHeld(thread, options)) {
                held++;
            } else if (free < candidates.length) {
                candidates[free++] = thread;
            }
        }
        if (held == cycle.size()) {
            Arrays.fill(released, true);
            return options.thread(random.nextInt(options.size()));
        }
        if (free > 0) {
            return candidates[random.nextInt(free)];
        }
        int chosen = options.thread(random.nextInt(options.size()));
        released[parts.getOrDefault(chosen, 0)] = true;
        return chosen;
    }

    private boolean isHeld(int thread, Options options) {
        int part = parts.computeIfAbsent(thread, unknown -> part(options.path(thread)));
        return part >= 0
                && passed.get(part).get(thread)
                && !released[part]
                && position(options.operation(thread)).equals(cycle.get(part).position());
    }

    private int part(String path) {
        for (int i = 0; i < cycle.size(); i++) {
            if (cycle.get(i).thread().equals(path)) {
                return i;
            }
        }
        return -1;
    }

    private String position(Operation operation) {
        return positions.computeIfAbsent(operation.site(), OperationText::site);
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return random.nextInt(bound);
    }

    @Override
    public boolean isFair() {
        return false;
    }

    @Override
    public String learned() {
        return learned;
    }
}

package dev.jcoyote.strategy;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.OperationText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way towards recorded decisions in a program that differs from the recorded one: decisions are known by their
 * thread, operation and place in the source, and no longer by their number.
 *
 * <p>At each choice the decisions that are still open are looked at in their order:
 * <ul>
 *   <li>Its thread cannot go on: the next decision is looked at, this one stays open.
 *   <li>Its thread is at its place: it applies. Earlier decisions of that thread are lost.
 *   <li>Its thread is at the place of a later one: the thread has passed it, and it is lost.
 *   <li>Its thread is about to do the same in a method that the schedule does not know, and the recorded method does
 *       nothing any more: the code was moved or renamed, and it applies there.
 *   <li>Its thread is elsewhere: it runs until it gets there, but not for long; then the decision is lost.
 * </ul>
 * If none says who goes on, the current thread does, or the lowest; one that only yields, spins or sleeps hands over to the
 * next. A thread of the schedule that never appears may go by another name: the first thread that the schedule does not
 * name and that comes to one of its places stands in for it.
 */
final class Approach {
    /** How many open decisions to look at. */
    private static final int WINDOW = 256;

    /** How many decisions ahead to look for a place that was moved. */
    private static final int NEAR = 8;

    /** For how many choices to wait for a decision; and for how many a thread may stay in a row. */
    private static final int PATIENCE = 64;

    /** For how many choices a decision may wait for its thread. */
    private static final int LONGEST_WAIT = 4_096;

    private final List<Decision> decisions;
    private final Fates fates;
    private final LineShifts shifts;
    private final Places places;
    private final Set<String> recordedThreads = new HashSet<>();
    private final Set<String> recordedMethods = new HashSet<>();
    private final Map<String, String> standIns = new HashMap<>();

    /** Whether methods that were recorded are gone, as far as that was asked. */
    private final Map<String, Boolean> gone = new HashMap<>();

    private final int[] waited;
    private int stayed;

    Approach(List<Decision> decisions, Fates fates, LineShifts shifts, Places places) {
        this.decisions = decisions;
        this.fates = fates;
        this.shifts = shifts;
        this.places = places;
        waited = new int[decisions.size()];
        for (Decision decision : decisions) {
            recordedThreads.add(decision.thread());
            recordedMethods.add(LineShifts.method(decision.site()));
        }
    }

    /** The thread to go on. */
    int choose(Options options) {
        int looked = 0;
        for (int i = fates.firstOpen(); i < decisions.size() && looked < WINDOW; i++) {
            Decision decision = decisions.get(i);
            if (!fates.isOpen(i) || !decision.kind().isThread()) {
                continue;
            }
            looked++;
            int thread = find(decision, options);
            if (thread == Options.NONE) {
                await(i, LONGEST_WAIT);
                continue;
            }
            Operation operation = options.operation(thread);
            if (fits(decision, operation)) {
                apply(i, operation);
                return thread;
            }
            if (comesLater(i, operation)) {
                fates.lose(i);
            } else if (isMoved(decision, operation)) {
                apply(i, operation);
                return thread;
            } else if (await(i, PATIENCE)) {
                return thread;
            }
        }
        return stay(options);
    }

    /** The thread has done something without being chosen: that may have been its next decision. */
    void forced(String path, Operation operation) {
        int looked = 0;
        for (int i = fates.firstOpen(); i < decisions.size() && looked++ < WINDOW; i++) {
            Decision decision = decisions.get(i);
            if (fates.isOpen(i) && decision.kind().isThread() && path.equals(nameNow(decision))) {
                if (fits(decision, operation) || isMoved(decision, operation)) {
                    apply(i, operation);
                }
                return;
            }
        }
    }

    /** The value for the thread that asks for one of so many; 0 if none was recorded. */
    int value(@Nullable String path, int bound) {
        int looked = 0;
        for (int i = fates.firstOpen(); i < decisions.size() && looked++ < WINDOW; i++) {
            Decision decision = decisions.get(i);
            if (!fates.isOpen(i) || (path != null && !path.equals(nameNow(decision)))) {
                continue;
            }
            if (decision.kind().isThread()) {
                if (path != null) {
                    return 0;
                }
                continue;
            }
            if (decision.bound() == bound) {
                fates.apply(i);
            } else {
                fates.lose(i);
            }
            return Math.max(0, Math.min(decision.value(), bound - 1));
        }
        return 0;
    }

    /** Another choice without the decision; returns whether to wait further. */
    private boolean await(int index, int limit) {
        if (++waited[index] <= limit) {
            return true;
        }
        fates.lose(index);
        return false;
    }

    private void apply(int index, Operation operation) {
        Decision decision = decisions.get(index);
        String site = OperationText.site(operation.site());
        if (LineShifts.method(site).equals(LineShifts.method(decision.site()))) {
            fates.apply(index);
            shifts.learn(decision, site);
        } else {
            fates.move(index, site);
        }
        for (int i = fates.firstOpen(); i < index; i++) {
            if (fates.isOpen(i) && decisions.get(i).thread().equals(decision.thread())) {
                fates.lose(i);
            }
        }
    }

    private boolean fits(Decision decision, Operation operation) {
        return Divergence.isAt(decision, operation, shifts) && (shifts.isKnown(decision) || places.accept(operation));
    }

    /** Whether the operation is the same in code that the schedule does not know, or the method's lines have changed places. */
    private boolean isMoved(Decision decision, Operation operation) {
        if (operation.site() == Sites.UNKNOWN || !Divergence.isOperation(decision, operation)) {
            return false;
        }
        String method = LineShifts.method(OperationText.site(operation.site()));
        String recorded = LineShifts.method(decision.site());
        boolean isPossible = method.equals(recorded)
                || (!recordedMethods.contains(method) && gone.computeIfAbsent(recorded, Places::haveNone));
        return isPossible && places.accept(operation);
    }

    /** Whether a later decision of the thread has it where it is now. */
    private boolean comesLater(int index, Operation operation) {
        String thread = decisions.get(index).thread();
        int own = 0;
        int end = Math.min(decisions.size(), index + WINDOW);
        boolean isHere = isMoved(decisions.get(index), operation);
        for (int i = index + 1; i < end; i++) {
            Decision decision = decisions.get(i);
            if (!fates.isOpen(i)
                    || !decision.kind().isThread()
                    || !decision.thread().equals(thread)) {
                continue;
            }
            if (fits(decision, operation) || (!isHere && own < NEAR && isMoved(decision, operation))) {
                return true;
            }
            own++;
        }
        return false;
    }

    private int find(Decision decision, Options options) {
        int thread = Divergence.find(nameNow(decision), options);
        if (thread != Options.NONE || fates.isMet(decision.thread()) || standIns.containsKey(decision.thread())) {
            return thread;
        }
        for (int i = 0; i < options.size(); i++) {
            int candidate = options.thread(i);
            String path = options.path(candidate);
            Operation operation = options.operation(candidate);
            if (!recordedThreads.contains(path)
                    && !standIns.containsValue(path)
                    && (fits(decision, operation) || isMoved(decision, operation))) {
                standIns.put(decision.thread(), path);
                return candidate;
            }
        }
        return Options.NONE;
    }

    /** The path of the decision's thread in this execution. */
    private String nameNow(Decision decision) {
        String standIn = standIns.get(decision.thread());
        return standIn == null || fates.isMet(decision.thread()) ? decision.thread() : standIn;
    }

    /** Stays on the current thread as long as that leads anywhere. */
    private int stay(Options options) {
        int current = options.current();
        if (current != Options.NONE && !Hints.isHint(options.operation(current).kind()) && ++stayed <= PATIENCE) {
            return current;
        }
        stayed = 0;
        // Threads that wait have their turns too: one of them may be what another one waits for in a loop.
        return RoundRobin.after(current, options, thread -> false);
    }
}

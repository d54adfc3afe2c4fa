package dev.jcoyote.strategy;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.OperationText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What became of each recorded decision in a replay, and what the execution did beside that. */
final class Fates {
    private final List<Decision> decisions;
    private final BitSet applied = new BitSet();
    private final BitSet lost = new BitSet();

    /** Those of the applied that came after one that was recorded after them. */
    private final BitSet late = new BitSet();

    /** The positions of decisions that applied in other code than was recorded. */
    private final TreeMap<Integer, String> moved = new TreeMap<>();

    /** The rows of {@link Sites} that were executed. */
    private final BitSet executed = new BitSet();

    private final Set<String> threads = new HashSet<>();
    private int first;

    Fates(List<Decision> decisions) {
        this.decisions = decisions;
    }

    void clear() {
        applied.clear();
        lost.clear();
        late.clear();
        moved.clear();
        executed.clear();
        threads.clear();
        first = 0;
    }

    /** The decision did what it did when it was recorded. */
    void apply(int index) {
        late.set(index, applied.length() > index);
        applied.set(index);
    }

    /** The decision did the same at another place of the code. */
    void move(int index, String site) {
        apply(index);
        moved.put(index, site);
    }

    /** The decision can no longer apply. */
    void lose(int index) {
        lost.set(index);
    }

    /** Whether the decision may still apply. */
    boolean isOpen(int index) {
        return !applied.get(index) && !lost.get(index);
    }

    /** The first decision that may still apply, or their number. */
    int firstOpen() {
        while (first < decisions.size() && !isOpen(first)) {
            first++;
        }
        return first;
    }

    int open() {
        return decisions.size() - applied.cardinality() - lost.cardinality();
    }

    /** A thread has done what it was about to do. */
    void executed(Operation operation) {
        executed.set(operation.site());
    }

    /** There is a thread with that path. */
    void met(String thread) {
        threads.add(thread);
    }

    boolean isMet(String thread) {
        return threads.contains(thread);
    }

    /** All of it. */
    Following following() {
        BitSet essential = new BitSet();
        Set<String> gone = new LinkedHashSet<>();
        Set<String> served = new HashSet<>();
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            String before = i == 0 ? "main" : decisions.get(i - 1).thread();
            if (decision.kind().isThread() && !decision.thread().equals(before)) {
                essential.set(Math.max(0, i - 1), i + 1);
            }
            if (applied.get(i)) {
                served.add(decision.thread());
            } else if (!threads.contains(decision.thread())) {
                gone.add(decision.thread());
            }
        }
        gone.removeAll(served);
        BitSet missing = (BitSet) essential.clone();
        missing.andNot(applied);
        List<String> losses = new ArrayList<>();
        Set<String> known = applied.cardinality() == decisions.size() ? Set.of() : knownCode();
        for (int i = applied.nextClearBit(0); i < decisions.size(); i = applied.nextClearBit(i + 1)) {
            losses.add(loss(decisions.get(i), gone, known));
        }
        List<String> delays = new ArrayList<>();
        late.stream().forEach(index -> delays.add(DecisionText.of(decisions.get(index))));
        List<String> moves = new ArrayList<>();
        moved.forEach((index, site) ->
                moves.add(DecisionText.of(decisions.get(index)) + " is now in " + DecisionText.place(site)));
        return new Following(
                decisions.size(),
                applied.cardinality() - late.cardinality(),
                essential.cardinality(),
                missing.cardinality(),
                List.copyOf(gone),
                losses,
                delays,
                moves);
    }

    private String loss(Decision decision, Set<String> gone, Set<String> known) {
        String what = DecisionText.of(decision);
        if (gone.contains(decision.thread())) {
            return what + ": there is no thread " + decision.thread();
        }
        String code = code(target(decision), decision.site());
        if (!known.contains(code)) {
            return what + " is gone";
        }
        for (int site = executed.nextSetBit(0); site >= 0; site = executed.nextSetBit(site + 1)) {
            if (code(Sites.target(site), OperationText.site(site)).equals(code)) {
                return what + " did not come up as recorded";
            }
        }
        return what + " was not reached";
    }

    /** All code that there is, as far as it is loaded. */
    private static Set<String> knownCode() {
        Set<String> known = new HashSet<>();
        for (int site = 0; site < Sites.count(); site++) {
            known.add(code(Sites.target(site), OperationText.site(site)));
        }
        return known;
    }

    private static String target(Decision decision) {
        int blank = decision.operation().indexOf(' ');
        return blank < 0 ? "" : decision.operation().substring(blank + 1);
    }

    private static String code(String target, String site) {
        return Sites.withoutNumbers(target) + ' ' + LineShifts.method(site);
    }
}

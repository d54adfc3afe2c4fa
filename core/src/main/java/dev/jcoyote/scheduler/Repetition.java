package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an execution that has come to the limit on scheduling points is in a livelock: its threads run, and have
 * done nothing but repeat themselves for half of the limit.
 *
 * <p>The later half of the steps is looked at, in two windows. It is a livelock if
 * <ul>
 *   <li>the strategy is fair, no thread has begun or ended in the later half, and every thread that can go on has come
 *       {@value #LEAST_TURNS} times or more in it;
 *   <li>in the second window every thread has done only what it did in the first: the same operations at the same places;
 *   <li>in the second window the objects that the operations are about have held nothing that they did not hold in the
 *       first. So a counter that grows is no livelock, but locks that are taken and given back for ever are;
 *   <li>nothing has been written in the later half that cannot be looked at, which is static fields; no value was chosen, the
 *       program has not read the clock, and no wait with a time limit is older than the later half. All these may end
 *       a loop later.
 * </ul>
 *
 * <p>A wait that spins and ends is none, since it ends. What is kept in local variables alone is not seen: a loop that
 * would end by such a counter after more steps than the limit looks like one for ever.
 */
final class Repetition {
    private static final int LEAST_STEPS = 2_000;
    private static final int LEAST_TURNS = 50;
    private static final int SAMPLES_A_WINDOW = 500;

    private static final String TOOL = "dev.jcoyote.";
    private static final String LOCKS = "java.util.concurrent.locks.";
    private static final StackWalker STACK = StackWalker.getInstance();

    private final ThreadRegistry threads;
    private final Choices choices;
    private final Contents contents = new Contents();
    private final Set<Long> places = new HashSet<>();
    private final Map<Integer, Set<Long>> held = new HashMap<>();
    private final List<Integer> turns = new ArrayList<>();

    private final ResourceTable resources;
    private int first;
    private int second;
    private int stride;

    /** The events before the later half. */
    private int eventsBefore;

    private int threadsBefore;
    private boolean progressed;

    Repetition(ThreadRegistry threads, Choices choices, ResourceTable resources) {
        this.threads = threads;
        this.choices = choices;
        this.resources = resources;
    }

    void begin(int maxSteps) {
        places.clear();
        held.clear();
        turns.clear();
        progressed = false;
        boolean isShort = maxSteps < LEAST_STEPS;
        first = isShort ? Integer.MAX_VALUE : maxSteps - maxSteps / 2;
        second = isShort ? Integer.MAX_VALUE : maxSteps - maxSteps / 4;
        stride = Math.max(1, (maxSteps / 4) / SAMPLES_A_WINDOW);
    }

    /** From which step on it wants to hear of every one. */
    int first() {
        return first;
    }

    /** The clock is read, which may end a loop; but not in locks of the JDK, where it only ends a wait. */
    void clockRead() {
        if (!progressed) {
            String reader = STACK.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                    .filter(name -> !name.startsWith(TOOL))
                    .findFirst()
                    .orElse(""));
            progressed = !reader.startsWith(LOCKS);
        }
    }

    /** The thread goes on. */
    void executed(ControlledThread thread, int step) {
        if (step == first) {
            eventsBefore = choices.events().size() - 1;
            threadsBefore = threads.size();
            progressed = false;
        }
        if (progressed) {
            return;
        }
        Operation operation = thread.operation;
        OperationKind kind = operation.kind();
        progressed = kind == OperationKind.BEGIN || kind == OperationKind.EXTERNAL || isUnseenWrite(operation);
        while (turns.size() <= thread.id) {
            turns.add(0);
        }
        turns.set(thread.id, turns.get(thread.id) + 1);
        long place = ((long) thread.id << 40) ^ ((long) kind.ordinal() << 32) ^ operation.site();
        if (step < second) {
            places.add(place);
        } else {
            progressed |= !places.contains(place);
        }
        if (operation.resource() != Operation.NO_RESOURCE) {
            held.computeIfAbsent(operation.resource(), resource -> new HashSet<>());
        }
        // Not at even distances: they might fall in with the rounds of a loop.
        if (((step * 0x9E37_79B9) >>> 8) % stride == 0) {
            look(step >= second);
        }
    }

    private static boolean isUnseenWrite(Operation operation) {
        return operation.isWrite()
                && operation.resource() == Operation.NO_RESOURCE
                && switch (operation.kind()) {
                    case CALL, WRITE, PLAIN_WRITE -> true;
                    default -> false;
                };
    }

    /** Looks at what the objects hold. */
    private void look(boolean mustBeKnown) {
        for (Map.Entry<Integer, Set<Long>> object : held.entrySet()) {
            boolean isNew = object.getValue().add(contents.of(resources.object(object.getKey())));
            progressed |= isNew && mustBeKnown;
        }
    }

    /** The livelock that the execution is in at the limit; null if it is in none. */
    @Nullable
    Violation found(int step) {
        if (step < LEAST_STEPS
                || progressed
                || !choices.isFair()
                || threads.size() != threadsBefore
                || choices.decisions().lastEventAsked() >= eventsBefore) {
            return null;
        }
        List<String> running = new ArrayList<>();
        for (int i = 0; i < threads.size(); i++) {
            ControlledThread thread = threads.get(i);
            int often = i < turns.size() ? turns.get(i) : 0;
            boolean mayCome = !thread.done && (!thread.blocked || thread.isTimed() || thread.isAway);
            if ((mayCome && often < LEAST_TURNS) || (thread.done && often > 0)) {
                return null;
            }
            if (often > 0) {
                running.add(thread.label());
            }
        }
        String text = String.join(", ", running) + (running.size() == 1 ? " repeats" : " repeat")
                + " the same operations, without effect, for " + (step - first)
                + " scheduling points of a fair execution";
        return new Violation(text, first);
    }
}

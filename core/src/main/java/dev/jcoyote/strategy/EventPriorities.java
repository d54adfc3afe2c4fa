package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;

/**
 * Random priorities of single events, as POS draws them: each pending event has one, and gets another when an event that it
 * races with has been chosen.
 *
 * <p>The event after a yield, a spin hint or a sleep gets the least of four draws, so that loops that poll end sooner; every
 * 512 decisions all are drawn anew.
 */
final class EventPriorities {
    private static final int DECISIONS_OF_A_PRIORITY = 512;
    private static final int DRAWS_AFTER_HINT = 4;

    /** A thread's priority is that of its pending event. */
    private final Priorities priorities;

    private int decision;

    /** The thread chosen last and what its event touched: the priorities that it changes are drawn at the next choice. */
    private int chosen = Options.NONE;

    private int resource;
    private int slot;
    private boolean isWrite;

    EventPriorities(SeededRandom random) {
        priorities = new Priorities(random);
    }

    void beginExecution() {
        priorities.clear();
        decision = 0;
        chosen = Options.NONE;
    }

    /** A thread is about to be chosen: the priorities are brought up to date. */
    void meet(Options options) {
        if (++decision % DECISIONS_OF_A_PRIORITY == 0) {
            priorities.clear();
        }
        for (int i = 0; chosen != Options.NONE && i < options.size(); i++) {
            int thread = options.thread(i);
            if (thread != chosen && options.operation(thread).conflictsWith(resource, slot, isWrite)) {
                priorities.set(thread, priorities.draw());
            }
        }
        chosen = Options.NONE;
    }

    /** The enabled thread with the highest priority. */
    int highest(Options options) {
        return priorities.highest(options);
    }

    /** The enabled thread with the highest priority among those that are not held; {@link Options#NONE} if all are. */
    int highest(Options options, boolean[] held) {
        return priorities.highest(options, held);
    }

    /** The event is chosen to be the next. */
    void choose(Operation event) {
        chosen = event.thread();
        resource = event.resource();
        slot = event.slot();
        isWrite = event.isWrite();
    }

    /** The operation, executed last, has turned out to be a read. */
    void compareFailed(Operation operation) {
        if (operation.thread() == chosen) {
            isWrite = false;
        }
    }

    /** The thread has executed the operation: its next event gets a priority. */
    void executed(Operation operation) {
        long priority = priorities.draw();
        if (Hints.isHint(operation.kind())) {
            for (int i = 1; i < DRAWS_AFTER_HINT; i++) {
                priority = Math.min(priority, priorities.draw());
            }
        }
        priorities.set(operation.thread(), priority);
    }
}

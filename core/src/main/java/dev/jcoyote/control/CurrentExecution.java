package dev.jcoyote.control;

import dev.jcoyote.bridge.Control;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.scheduler.Scheduler;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a test body may ask of the execution that it runs in; each call belongs on a controlled thread. */
public final class CurrentExecution {
    /** Changed between executions only. */
    private static @Nullable Scheduler scheduler;

    private CurrentExecution() {}

    static void begin(Scheduler ofExecution) {
        scheduler = ofExecution;
    }

    /**
     * Chooses a value from 0 to {@code bound - 1}.
     *
     * @param caller what the test body has called, for the error
     * @throws IllegalStateException if the caller is not a controlled thread in the program's code
     */
    public static int chooseValue(int bound, String caller) {
        enter(caller);
        try {
            Scheduler current = Objects.requireNonNull(scheduler);
            current.passIfOver();
            return current.chooseValue(bound, Decision.Kind.VALUE);
        } finally {
            Control.unmask(true);
        }
    }

    private static void enter(String caller) {
        if (Control.mask()) {
            return;
        }
        String thread = Thread.currentThread().getName();
        throw new IllegalStateException(
                Control.active
                        ? caller + " was called on the thread \"" + thread
                                + "\", which is not under control: call it on"
                                + " the test's own thread or on one that the test has started"
                        : caller + " was called outside an execution: call it in the body of a systematic test");
    }
}

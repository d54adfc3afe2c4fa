package dev.jcoyote.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.operation.Operation;
import dev.jcoyote.scheduler.ThreadSnapshot;
import dev.jcoyote.scheduler.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlockTextTest {
    private static ThreadSnapshot thread(String path, Wait.Kind kind, String object, Wait.Holder... holders) {
        Wait wait = new Wait(kind, object, object.hashCode() & 0xFF, "", Wait.UNKNOWN, null, List.of(holders));
        return new ThreadSnapshot(path, path, wait.text(), wait, false, true, true, List.of());
    }

    private static Wait.Holder holder(String path, String what) {
        return holder(path, what, false);
    }

    private static Wait.Holder holder(String path, String what, boolean ended) {
        int resource = what.isEmpty() ? Operation.NO_RESOURCE : what.hashCode() & 0xFF;
        return new Wait.Holder(path, path, what, resource, place(), ended);
    }

    private static @Nullable StackTraceElement place() {
        return new StackTraceElement("bank.Bank", "transfer", "Bank.java", 12);
    }

    private static String summary(ThreadSnapshot... threads) {
        return DeadlockText.summary(List.of(threads));
    }

    @Test
    void aCircleIsToldByWhatEachHoldsAndWaitsFor() {
        assertThat(summary(
                        thread("main", Wait.Kind.END, "main.1", holder("main.1", "")),
                        thread("main.1", Wait.Kind.LOCK, "b", holder("main.2", "b")),
                        thread("main.2", Wait.Kind.MONITOR, "a", holder("main.1", "a"))))
                .isEqualTo("main.1 holds a, waits for b; main.2 holds b, waits for a");
    }

    @Test
    void circlesThatShareNoThreadAreBothTold() {
        assertThat(summary(
                        thread("main.1", Wait.Kind.LOCK, "b", holder("main.2", "b")),
                        thread("main.3", Wait.Kind.LOCK, "c", holder("main.3", "c")),
                        thread("main.2", Wait.Kind.LOCK, "a", holder("main.1", "a"))))
                .isEqualTo("main.1 holds a, waits for b; main.2 holds b, waits for a;"
                        + " and main.3 holds c, waits for c: for itself");
    }

    @Test
    void theShortestOfSeveralCirclesIsTold() {
        assertThat(summary(
                        thread("main.1", Wait.Kind.PERMIT, "s", holder("main.2", "s"), holder("main.3", "s")),
                        thread("main.2", Wait.Kind.LOCK, "x", holder("main.3", "x")),
                        thread("main.3", Wait.Kind.LOCK, "y", holder("main.1", "y"))))
                .isEqualTo("main.1 holds y, waits for s; main.3 holds s, waits for y");
    }

    @Test
    void whatAnEndedThreadHasKeptIsToldWithIt() {
        assertThat(summary(thread("main", Wait.Kind.LOCK, "a", holder("main.1", "a", true))))
                .isEqualTo("main waits for the lock a, held by main.1, which has ended");
    }

    @Test
    void whoWaitsForALockOfAThreadThatIsStuckIsToldAndWhoWaitsForItsEndIsNot() {
        assertThat(summary(
                        thread("main", Wait.Kind.END, "main.1", holder("main.1", "")),
                        thread("main.1", Wait.Kind.NOTIFICATION, "box"),
                        thread("main.2", Wait.Kind.MONITOR, "a", holder("main.1", "a"))))
                .isEqualTo("main.1 waits to be notified on box; main.2 waits for the monitor of a, held by main.1");
    }

    @Test
    void threadsWithoutWorkAreToldOnlyIfThereIsNothingElse() {
        ThreadSnapshot idle = thread("main.1", Wait.Kind.WORK, "");
        assertThat(summary(idle, thread("main", Wait.Kind.UNPARK, ""))).isEqualTo("main is parked");
        assertThat(summary(idle)).isEqualTo("main.1 has nothing to do");
    }

    @Test
    void objectsCanBeCalledByOtherNamesAndThreadsKeepTheirs() {
        ThreadSnapshot monitor = thread("main.1", Wait.Kind.MONITOR, "Object#1", holder("main.2", "Object#1"));
        ThreadSnapshot join = thread("main.2", Wait.Kind.END, "main.1", holder("main.1", ""));
        assertThat(summary(monitor.named(number -> "lock"), join.named(number -> "lock")))
                .isEqualTo("main.1 waits for lock; main.2 holds lock, waits for the end of main.1");
    }
}

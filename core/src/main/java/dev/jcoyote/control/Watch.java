package dev.jcoyote.control;

import dev.jcoyote.bridge.Debugger;
import dev.jcoyote.scheduler.EndOfExecution;
import dev.jcoyote.scheduler.Excursions;
import dev.jcoyote.scheduler.Scheduler;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches over the thread that runs executions: ends one that makes no progress, and has another thread go on if the
 * first is lost in it.
 */
final class Watch {
    /** How long a thread that unwinds may go without a sign of life. */
    private static final Duration UNWINDING_LIMIT = Duration.ofSeconds(2);

    private static final long LOOK_NANOS = 50_000_000L;
    private static final long CLOSE_LOOK_NANOS = 1_000_000L;

    private final Scheduler scheduler;
    private final EndOfExecution end;
    private final Excursions excursions;
    private final Consumer<Turn> work;
    private final @Nullable Pauses pauses = Debugger.isPresent() ? new Pauses() : null;
    private final Thread watcher = Thread.currentThread();

    private volatile @Nullable Execution underWay;
    private volatile @Nullable Throwable failure;
    private volatile boolean isOver;
    private Turn turn;

    /** Creates one, for what carriers do, each with its turn. */
    Watch(Scheduler scheduler, Consumer<Turn> work) {
        this.scheduler = scheduler;
        this.end = scheduler.end();
        this.work = work;
        this.turn = new Turn(null);
        this.excursions = scheduler.excursions();
        end.watchedBy(watcher);
        excursions.watchedBy(watcher);
    }

    /** What one carrier tells of its work. */
    final class Turn {
        private final Carrier carrier = new Carrier(this::work);
        private final @Nullable Execution given;

        Turn(@Nullable Execution given) {
            this.given = given;
        }

        /** The execution that it shall go on with; null if there is none. */
        @Nullable
        Execution underWay() {
            return given;
        }

        void begins(Execution execution) {
            underWay = execution;
        }

        void ends() {
            underWay = null;
        }

        /** Whether another carrier has taken its place. */
        boolean isLost() {
            return carrier.isLost();
        }

        private void work() {
            try {
                work.accept(this);
            } catch (Throwable e) {
                if (!isLost()) {
                    failure = e;
                }
            }
            if (!isLost()) {
                isOver = true;
                LockSupport.unpark(watcher);
            }
        }
    }

    /** Starts the work and returns when it is done; throws what it throws. */
    void run() {
        turn.carrier.start();
        boolean interrupted = false;
        long seen = scheduler.progress();
        long since = System.nanoTime();
        while (!isOver) {
            LockSupport.parkNanos(this, excursions.needAttention() ? CLOSE_LOOK_NANOS : LOOK_NANOS);
            interrupted |= Thread.interrupted();
            Execution execution = underWay;
            if (excursions.relieve()) {
                replaceCarrier(execution);
            }
            boolean lively = execution == null || scheduler.progress() != seen || isPaused();
            if (execution != null && hasLostItsMain(execution)) {
                replaceCarrier(execution);
                lively = true;
            }
            if (lively) {
                seen = scheduler.progress();
                since = System.nanoTime();
            } else if (isLate(execution, System.nanoTime() - since)) {
                if (endStuck()) {
                    replaceCarrier(execution);
                }
                since = System.nanoTime();
            }
        }
        if (interrupted) {
            watcher.interrupt();
        }
        rethrowFailure();
    }

    private boolean endStuck() {
        // What the stuck thread holds, others may wait for.
        scheduler.settle();
        return excursions.isIdle() ? excursions.giveUp() : scheduler.baton().takeFromStuck(!end.isReached());
    }

    @SuppressWarnings("ReferenceEquality") // this very one, and not one like it
    private boolean hasLostItsMain(Execution execution) {
        return scheduler.baton().isLeftBehind(turn.carrier)
                && underWay == execution
                && scheduler.baton().loseCarrier();
    }

    private boolean isLate(@Nullable Execution execution, long silentNanos) {
        Duration limit = execution == null || end.isReached()
                ? UNWINDING_LIMIT
                : pauses == null ? execution.watchdog() : Duration.ZERO;
        return !limit.isZero() && silentNanos > limit.toNanos() && !end.isAnnounced();
    }

    private boolean isPaused() {
        return pauses != null
                && end.isReached()
                && pauses.isPaused(scheduler.running().thread());
    }

    private void replaceCarrier(@Nullable Execution execution) {
        turn.carrier.lose();
        turn = new Turn(execution);
        turn.carrier.start();
    }

    private void rethrowFailure() {
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
        if (thrown != null) {
            throw new IllegalStateException("The executions declare no exception", thrown);
        }
    }
}

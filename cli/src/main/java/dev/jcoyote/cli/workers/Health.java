package dev.jcoyote.cli.workers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a worker was heard of, and when it last got on. The watchdog inside a worker ends an execution without progress;
 * this is for a worker that is beyond that.
 */
final class Health {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofSeconds(1);

    /** Zero for no limit. */
    private final Duration standstill;

    private boolean started;
    private long heard;
    private long asked;
    private long gotOn;
    private int execution;
    private long progress;

    /**
     * Begins with the start of the process.
     *
     * @param watchdog the limit inside the worker: a time-out is confirmed by a replay, so it may pass twice
     */
    Health(Duration watchdog, long now) {
        standstill =
                watchdog.isZero() ? Duration.ZERO : watchdog.multipliedBy(2).plus(MARGIN);
        forgive(now);
    }

    /** It cannot help what was before. */
    void forgive(long now) {
        heard = now;
        asked = now;
        gotOn = now;
    }

    /** It said something that shows that it got on. */
    void gotOn(long now) {
        started = true;
        heard = now;
        gotOn = now;
    }

    /** It said how far it is. */
    void alive(int nowIn, long nowAt, long now) {
        heard = now;
        if (nowIn != execution || nowAt != progress) {
            execution = nowIn;
            progress = nowAt;
            gotOn = now;
        }
    }

    /** The execution that it was in when it last said so; 0 if it did not. */
    int execution() {
        return execution;
    }

    /** Whether to ask it for a sign of life; asking counts. */
    boolean isDueToBeAsked(long now) {
        boolean due = started && now - Math.max(heard, asked) > QUIET.toNanos();
        if (due) {
            asked = now;
        }
        return due;
    }

    /**
     * What is wrong with it, or null.
     *
     * @param isRunning whether it has something to do
     */
    @Nullable
    String complaint(boolean isRunning, long now) {
        if (!started) {
            return now - heard > START.toNanos() ? "was not ready after " + START.toSeconds() + " s" : null;
        }
        if (now - heard > SILENCE.toNanos()) {
            return "did not answer for " + SILENCE.toSeconds() + " s";
        }
        boolean stands = isRunning && !standstill.isZero() && now - gotOn > standstill.toNanos();
        return stands ? "made no progress for " + standstill.toSeconds() + " s" : null;
    }
}

package dev.jcoyote.cli.workers;

import dev.jcoyote.ExecutionRange;
import dev.jcoyote.ReportMerger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the ranges whose workers die: a fresh worker runs such a range once more, from the first execution that
 * is not known. If that one dies too, the range is lost, and the report says so.
 */
final class Casualties {
    private static final int MOST_DEATHS = 10;

    private final Crew crew;
    private final ReportMerger merger;
    private final InOrder order;
    private final RangeCutter cutter;
    private final Consumer<String> notice;
    private final Deque<ExecutionRange> again = new ArrayDeque<>();
    /** The numbers of workers that died before any was ready: something may be wrong with all of them. */
    private final List<Integer> early = new ArrayList<>();

    private boolean anyWasReady;
    private boolean anythingLost;
    private int deaths;

    Casualties(Crew crew, ReportMerger merger, InOrder order, RangeCutter cutter, Consumer<String> notice) {
        this.crew = crew;
        this.merger = merger;
        this.order = order;
        this.cutter = cutter;
        this.notice = notice;
    }

    /**
     * A worker has ended.
     *
     * @param isMissed whether what it ran counts
     * @param isMore whether there is more to run
     * @throws WorkerException if none can begin
     */
    void died(WorkerProcess worker, boolean isMissed, boolean isMore) throws IOException {
        crew.remove(worker);
        if (!isMissed) {
            return;
        }
        String how = worker.end();
        String words = lastWords(worker);
        if (!worker.isReady() && !anyWasReady) {
            diedEarly(worker, how + "." + words);
            return;
        }
        deaths++;
        boolean isReplaced = deaths <= MOST_DEATHS;
        Assignment work = worker.work();
        ExecutionRange rest = work == null ? null : work.rest();
        if (work == null) {
            report("Worker " + worker.number() + " " + how + "." + words);
        } else if (rest == null) {
            cutter.done();
            report("Worker " + worker.number() + " " + how + ", after " + executions(work.range()) + "." + words);
        } else if (work.isRetry() || !isReplaced) {
            String why = "worker " + worker.number() + " " + how + inExecution(worker, rest) + "." + words;
            lose(rest, why, worker.failure() != null);
        } else {
            again.add(rest);
            report("Worker " + worker.number() + " " + how + ", in " + executions(rest) + ", to be run again." + words);
        }
        if (isReplaced && (isMore || !again.isEmpty())) {
            crew.start(worker.number());
        } else if (!isReplaced) {
            giveUp("workers had died " + deaths + " times.");
        }
    }

    private void diedEarly(WorkerProcess worker, String how) {
        Failure failure = worker.failure();
        if (failure != null) {
            worker.showErrors();
            throw new WorkerException(failure.message(), failure.wrongUse());
        }
        early.add(worker.number());
        if (crew.present().isEmpty()) {
            throw new WorkerException("No worker could begin: worker " + worker.number() + " " + how, true);
        }
    }

    /** A worker can begin: those that could not get another chance. */
    void someoneIsReady() throws IOException {
        anyWasReady = true;
        for (int number : early) {
            deaths++;
            report("Worker " + number + " died before it could begin, and is started again.");
            crew.start(number);
        }
        early.clear();
    }

    /** Loses the ranges that wait to be run again. */
    void giveUp(String why) {
        for (ExecutionRange range = again.poll(); range != null; range = again.poll()) {
            lose(range, why, false);
        }
    }

    private void lose(ExecutionRange range, String why, boolean isFault) {
        anythingLost = true;
        merger.lose(isFault);
        order.skip(range);
        cutter.done();
        report("Not run: " + executions(range) + ". A worker died there, and then " + why);
    }

    /** No worker is left, and none is started any more, although there is more to run. */
    void endEarly() {
        anythingLost = true;
        merger.lose(false);
        report("The exploration ended early: workers had died " + deaths + " times.");
    }

    /** The next range to be run again, unless it is behind the end; null if there is none. */
    @Nullable
    ExecutionRange nextToRunAgain(int end) {
        return isAnyToRunAgain(end) ? again.poll() : null;
    }

    boolean isAnyToRunAgain(int end) {
        again.removeIf(range -> range.first() > end);
        return !again.isEmpty();
    }

    /** Whether executions were not run although they should have been. */
    boolean isAnythingLost() {
        return anythingLost;
    }

    /** Whether all have died, and none is started any more. */
    boolean isNobodyLeft() {
        return anyWasReady && crew.present().isEmpty();
    }

    /** Files that did not get to their place are told. */
    void tellOfFiles(List<Path> folders) {
        notice.accept("Workers that died have left files in "
                + folders.stream().map(Path::toString).collect(Collectors.joining(", ")) + ".");
    }

    private void report(String line) {
        notice.accept(line);
        merger.warn(line);
    }

    private static String lastWords(WorkerProcess worker) {
        try {
            return worker.lastWords();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while a worker ended", e);
        }
    }

    private static String inExecution(WorkerProcess worker, ExecutionRange rest) {
        int execution = worker.health().execution();
        return execution >= rest.first() ? ", in execution " + execution : "";
    }

    private static String executions(ExecutionRange range) {
        return range.first() == range.last()
                ? "execution " + range.first()
                : "the executions " + range.first() + " to " + range.last();
    }
}

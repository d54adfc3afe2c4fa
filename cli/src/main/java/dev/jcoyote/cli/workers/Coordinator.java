package dev.jcoyote.cli.workers;

import dev.jcoyote.Configuration;
import dev.jcoyote.ExecutionRange;
import dev.jcoyote.PartialReport;
import dev.jcoyote.Report;
import dev.jcoyote.ReportMerger;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The coordinator's side: hands out ranges until the exploration is over, and reports on all of it as one process would. */
public final class Coordinator implements AutoCloseable {
    private final Configuration configuration;
    private final int workers;
    private final Crew crew;
    private final ReportMerger merger;
    private final InOrder order;
    private final RangeCutter cutter;
    private final Casualties casualties;
    private String engine = "";
    private String engineReason = "no worker came up";
    private long begun;
    /** Executions behind this one do not count: the exploration ends there. */
    private int end = Integer.MAX_VALUE;

    private boolean stopping;

    /**
     * Creates a coordinator of some workers.
     *
     * @param configuration what to explore; its listener hears of executions and bugs in order
     * @param errors where the workers' standard error is shown
     * @param notice who tells the user of workers that die
     */
    public Coordinator(
            Configuration configuration, int workers, Launcher launcher, PrintStream errors, Consumer<String> notice) {
        this.configuration = configuration;
        this.workers = workers;
        crew = new Crew(configuration, launcher, errors);
        merger = new ReportMerger(configuration);
        order = new InOrder(merger, configuration.listener());
        cutter =
                new RangeCutter(configuration.strategy(), configuration.learned(), configuration.iterations(), workers);
        casualties = new Casualties(crew, merger, order, cutter, notice);
    }

    /**
     * Explores.
     *
     * @throws WorkerException if no worker can begin
     */
    public Report explore() throws IOException {
        long start = System.nanoTime();
        for (int number = 1; number <= workers; number++) {
            crew.start(number);
        }
        while (!isOver()) {
            WorkerProcess.Event event = crew.await();
            if (event != null) {
                handle(event.worker(), event.message());
            }
            crew.watch();
            if (!stopping && isStopRequested()) {
                stopping = true;
                stopThoseBehind(0);
                casualties.giveUp("the exploration was stopped.");
            }
            handOut();
        }
        if (!stopping && isAnythingToHandOut()) {
            casualties.endEarly();
        }
        order.finish();
        crew.dismiss();
        long now = System.nanoTime();
        long first = begun == 0 ? now : begun;
        if (!casualties.isAnythingLost()) {
            crew.tidyUp();
        }
        return merger.report(engine, engineReason, Duration.ofNanos(first - start), Duration.ofNanos(now - first));
    }

    private void handle(WorkerProcess worker, @Nullable Message message) throws IOException {
        if (message == null) {
            boolean isMissed = !stopping && !isBehindTheEnd(worker.work());
            casualties.died(worker, isMissed, isMissed && isAnythingToHandOut());
            return;
        }
        DataInputStream in = message.in();
        switch (message.kind()) {
            case READY -> {
                engine = in.readUTF();
                engineReason = in.readUTF();
                worker.becomeReady();
                worker.health().gotOn(System.nanoTime());
                casualties.someoneIsReady();
            }
            case ALIVE -> worker.health().alive(in.readInt(), in.readLong(), System.nanoTime());
            case PART -> {
                worker.health().gotOn(System.nanoTime());
                take(worker, PartialReport.readFrom(in));
            }
            case DONE -> {
                worker.health().gotOn(System.nanoTime());
                finish(worker);
            }
            case FAILED -> worker.fail(Failure.readFrom(in));
            default -> throw new IOException("A worker does not say " + message.kind());
        }
    }

    private void take(WorkerProcess worker, PartialReport part) {
        Assignment work = worker.work();
        if (work != null) {
            work.reported(part.last());
        }
        cutter.learn(part.learned());
        if (part.isEnd()) {
            end = Math.min(end, part.last());
        }
        order.add(part);
        if (merger.isOver()) {
            // All before it is known: what still runs is behind it.
            end = 0;
        }
        stopThoseBehind(end);
    }

    private void finish(WorkerProcess worker) {
        Assignment work = worker.work();
        if (work != null) {
            cutter.took(work.range().size(), work.nanos());
            cutter.done();
            worker.finishWork();
        }
    }

    private void stopThoseBehind(int execution) {
        for (WorkerProcess worker : crew.present()) {
            Assignment work = worker.work();
            if (work != null && work.range().first() > execution) {
                worker.send(Message.Kind.STOP);
            }
        }
    }

    private boolean isBehindTheEnd(@Nullable Assignment work) {
        return work != null && work.range().first() > end;
    }

    private boolean isStopRequested() {
        Duration limit = configuration.timeLimit();
        boolean isLate = limit != null && begun != 0 && System.nanoTime() - begun >= limit.toNanos();
        return isLate || configuration.listener().isStopRequested();
    }

    private void handOut() {
        if (stopping) {
            return;
        }
        for (WorkerProcess worker : crew.present()) {
            if (worker.isReady() && worker.work() == null) {
                Assignment next = next(worker);
                if (next != null) {
                    if (begun == 0) {
                        begun = System.nanoTime();
                    }
                    worker.health().gotOn(System.nanoTime());
                    worker.run(next);
                }
            }
        }
    }

    private @Nullable Assignment next(WorkerProcess worker) {
        ExecutionRange again = worker.isFresh() ? casualties.nextToRunAgain(end) : null;
        if (again != null) {
            return new Assignment(again, true);
        }
        ExecutionRange range = end == Integer.MAX_VALUE ? cutter.next() : null;
        return range == null ? null : new Assignment(range, false);
    }

    private boolean isAnythingToHandOut() {
        return casualties.isAnyToRunAgain(end) || (end == Integer.MAX_VALUE && !cutter.isAllCut());
    }

    private boolean isOver() {
        for (WorkerProcess worker : crew.present()) {
            if (worker.work() != null && !isBehindTheEnd(worker.work())) {
                return false;
            }
        }
        return stopping || casualties.isNobodyLeft() || !isAnythingToHandOut();
    }

    /** Waits until all workers have ended. */
    @Override
    public void close() {
        List<Path> left = crew.leave();
        if (!left.isEmpty()) {
            casualties.tellOfFiles(left);
        }
    }
}

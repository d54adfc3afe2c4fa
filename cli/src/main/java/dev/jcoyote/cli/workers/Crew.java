package dev.jcoyote.cli.workers;

import dev.jcoyote.Configuration;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The workers that are there: starts them, listens to all of them, watches that they live, and ends them. */
final class Crew {
    private static final long TICK_MILLIS = 50;
    private static final long PAUSE_NANOS = 5_000_000_000L;
    private static final long FAREWELL_MILLIS = 5_000;

    private final Launcher launcher;
    private final PrintStream errors;
    private final Duration watchdog;
    private final WorkerFolders folders;
    private final LinkedBlockingQueue<WorkerProcess.Event> events = new LinkedBlockingQueue<>();
    private final List<WorkerProcess> present = new ArrayList<>();
    private final List<WorkerProcess> leaving = new ArrayList<>();
    private long looked = System.nanoTime();
    private boolean tidy;

    Crew(Configuration configuration, Launcher launcher, PrintStream errors) {
        this.launcher = launcher;
        this.errors = errors;
        watchdog = configuration.watchdog();
        folders = new WorkerFolders(Objects.requireNonNull(configuration.outputDirectory(), "No output directory"));
    }

    /** Starts a worker. */
    void start(int number) throws IOException {
        Path folder = folders.create();
        Health health = new Health(watchdog, System.nanoTime());
        present.add(WorkerProcess.start(number, launcher, folder, health, errors, events));
    }

    /** Those that are there, ready or not. */
    List<WorkerProcess> present() {
        return present;
    }

    /** Waits a moment for the next event; null if there is none. */
    WorkerProcess.@Nullable Event await() {
        try {
            return events.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while workers run", e);
        }
    }

    /** It has ended. */
    void remove(WorkerProcess worker) {
        present.remove(worker);
    }

    /** Asks the silent ones for a sign of life, and ends those that do not give it. */
    void watch() {
        long now = System.nanoTime();
        boolean wasPaused = now - looked > PAUSE_NANOS;
        looked = now;
        for (WorkerProcess worker : present) {
            if (wasPaused) {
                // This process stood still, and most likely the machine.
                worker.health().forgive(now);
            }
            if (worker.health().isDueToBeAsked(now)) {
                worker.send(Message.Kind.PING);
            }
            String complaint = worker.health().complaint(worker.work() != null, now);
            if (complaint != null && !launcher.isDebuggable()) {
                worker.end(complaint);
                worker.health().forgive(now);
            }
        }
    }

    /** Asks all to end. */
    void dismiss() {
        for (WorkerProcess worker : present) {
            worker.quit();
            leaving.add(worker);
        }
        present.clear();
    }

    /** Says that every bug has moved to its place: what is left in the folders is of no use. */
    void tidyUp() {
        tidy = true;
    }

    /**
     * Waits until all have ended.
     *
     * @return folders with files that did not get to their place
     */
    List<Path> leave() {
        dismiss();
        for (WorkerProcess worker : leaving) {
            worker.awaitEnd(FAREWELL_MILLIS);
        }
        leaving.clear();
        return folders.delete(tidy);
    }
}

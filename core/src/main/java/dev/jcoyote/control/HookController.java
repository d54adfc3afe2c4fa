package dev.jcoyote.control;

import dev.jcoyote.bridge.CallSites;
import dev.jcoyote.bridge.ClassInitialization;
import dev.jcoyote.bridge.Control;
import dev.jcoyote.bridge.Controller;
import dev.jcoyote.bridge.Debugger;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.IdentityNumbers;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.Engine;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.sync.Holders;
import dev.jcoyote.sync.Initializations;
import dev.jcoyote.sync.Monitors;
import dev.jcoyote.sync.Parking;
import dev.jcoyote.sync.Threads;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Answers the hooks: each call goes to the model that knows, or to the scheduler. */
final class HookController implements Controller {
    private final Scheduler scheduler;
    private final ResourceTable resources;
    private final Holders holders;
    private final Monitors monitors;
    private final Initializations initializations;
    private final Parking parking;
    private final Threads threads;
    private final ExecutionScope scope;
    private final ThreadLives lives;
    private final IdentityNumbers identities;
    private final Accesses accesses;
    private final CalledCollections collections;
    private final ClockReads clockReads;

    HookController(
            Scheduler scheduler,
            ResourceTable resources,
            Holders holders,
            Monitors monitors,
            Parking parking,
            Threads threads,
            ExecutionScope scope,
            IdentityNumbers identities) {
        this.scheduler = scheduler;
        this.resources = resources;
        this.holders = holders;
        this.monitors = monitors;
        this.initializations = new Initializations(monitors);
        this.parking = parking;
        this.threads = threads;
        this.scope = scope;
        this.identities = identities;
        this.accesses = new Accesses(scheduler, resources);
        this.collections = new CalledCollections(scheduler, resources, monitors, accesses);
        this.clockReads = new ClockReads(scheduler, threads);
        this.lives = new ThreadLives(scheduler, threads, identities);
    }

    @Override
    public void point(@Nullable Object resource, int site) {
        scheduler.point(Sites.kind(site), resources.idOf(resource), Sites.slot(site), Sites.isWrite(site), site);
    }

    @Override
    public void arrayPoint(@Nullable Object array, int index, int site) {
        scheduler.point(Sites.kind(site), resources.idOf(array), index + 1, Sites.isWrite(site), site);
    }

    @Override
    public void compareFailed() {
        scheduler.compareFailed();
    }

    @Override
    public void callPoint(@Nullable Object receiver, int site) {
        if (receiver != null) {
            collections.called(receiver, site);
        }
    }

    @Override
    public void plain(@Nullable Object object, int slot, int site) {
        accesses.plain(object, slot, site);
    }

    @Override
    public void touched(@Nullable Object object, int slot, int site) {
        accesses.touched(object, slot, site);
    }

    @Override
    public void bystands(boolean enters) {
        scheduler.observer().bystands(scheduler.running().id(), enters);
    }

    @Override
    public void created(Object object) {
        accesses.created(object);
    }

    @Override
    public void external(int site) {
        scope.external(site);
    }

    @Override
    public boolean beginWait() {
        if (!scheduler.isUnwinding()) {
            scope.external(new Throwable().getStackTrace());
        }
        return scheduler.excursions().begin();
    }

    @Override
    public void endWait() {
        scheduler.excursions().end();
    }

    @Override
    public void monitorEnter(Object monitor, int site) {
        monitors.enter(monitor, site);
    }

    @Override
    public void monitorEnterInJdk(Object monitor, int site) {
        monitors.enterInJdk(monitor, site);
    }

    @Override
    public void awaitNested(Object monitor, boolean certain) {
        collections.awaitNested(monitor, certain);
    }

    @Override
    public void monitorExit(Object monitor) {
        monitors.exit(monitor);
    }

    @Override
    public boolean holdsMonitor(Object monitor) {
        return monitors.isHeld(monitor);
    }

    @Override
    public void awaitFree(Object monitor) {
        monitors.awaitFree(monitor);
    }

    @Override
    public boolean beginInitialization(ClassInitialization initialization, int site) {
        boolean begins = initializations.begin(initialization, site);
        if (begins) {
            scheduler.running().initializing++;
        }
        return begins;
    }

    @Override
    public void endInitialization(ClassInitialization initialization) {
        scheduler.running().initializing--;
        initializations.end(initialization);
    }

    @Override
    public boolean failedInitialization(ClassInitialization initialization, Throwable error) {
        scheduler.running().initializing--;
        return initializations.failed(initialization, error);
    }

    @Override
    public void await(Object monitor, long nanos, int site) throws InterruptedException {
        monitors.await(monitor, nanos, site);
    }

    @Override
    public void signal(Object monitor, boolean all, int site) {
        Thread timer = TimerThreads.of(monitor);
        if (timer != null && scheduler.threads().find(timer) == null) {
            scope.wakesOutside(timer, scheduler.running().lastSite);
        }
        monitors.signal(monitor, all, site);
    }

    @Override
    public void monitorEnteredOutside(Object monitor) {
        scheduler.outside().entered(monitor);
    }

    @Override
    public void signalFromOutside(Object monitor, boolean all) {
        scheduler.outside().offer(() -> monitors.signalWithoutChoice(monitor, all));
    }

    @Override
    public void park(@Nullable Object blocker, long time, int mode) {
        parking.park(blocker, time, mode);
    }

    @Override
    public boolean unpark(Thread thread) {
        if (parking.unpark(thread)) {
            return true;
        }
        scope.wakesOutside(thread, scheduler.running().lastSite);
        return false;
    }

    @Override
    public boolean unparkFromOutside(Thread thread) {
        if (scheduler.threads().find(thread) == null) {
            return false;
        }
        scheduler.outside().offer(() -> parking.unpark(thread));
        return true;
    }

    @Override
    public boolean interruptFromOutside(Thread thread) {
        if (scheduler.threads().find(thread) == null) {
            return false;
        }
        scheduler.outside().offer(() -> threads.interrupt(thread));
        return true;
    }

    @Override
    public boolean starting(Thread thread) {
        return lives.starting(thread);
    }

    @Override
    public void begun(Thread thread) {
        lives.begun(thread);
    }

    @Override
    public void exiting(Thread thread) {
        lives.exiting();
    }

    @Override
    public boolean uncaught(Thread thread, Throwable exception) {
        return lives.uncaught(thread, exception);
    }

    @Override
    public boolean join(Thread thread, long nanos, int site) throws InterruptedException {
        return threads.join(thread, nanos, site);
    }

    @Override
    public Thread.@Nullable State state(Thread thread) {
        return threads.state(thread);
    }

    @Override
    public StackTraceElement @Nullable [] stackTrace(Thread thread) {
        return lives.stackTrace(thread);
    }

    @Override
    public Thread[] liveThreads(Thread[] known) {
        return lives.liveThreads(known);
    }

    @Override
    public long threadId(Thread thread) {
        identities.touched(thread);
        return scope.threadId(thread, scheduler.threads().find(thread));
    }

    @Override
    public boolean interrupt(Thread thread) {
        return threads.interrupt(thread);
    }

    @Override
    public int interrupted(Thread thread, boolean clear) {
        return threads.interrupted(thread, clear);
    }

    @Override
    public void sleep(long nanos, int site) throws InterruptedException {
        threads.sleep(nanos, site);
    }

    @Override
    public void pause(int site) {
        threads.pause(Sites.kind(site), site);
    }

    @Override
    public void pauseInJdk(int site) {
        threads.pauseInJdk();
    }

    @Override
    public long nanoTime() {
        clockReads.read();
        return scheduler.clock().now();
    }

    @Override
    public long epochNanos() {
        clockReads.read();
        return scheduler.clock().epochNanos();
    }

    @Override
    public ForkJoinPool commonPool() {
        return scope.commonPool();
    }

    @Override
    public ScheduledExecutorService delayer() {
        return scope.delayer();
    }

    @Override
    public void enterAtomic() {
        accesses.enterAtomic(scheduler.running());
        // A large program loads thousands of classes before its first step.
        scheduler.madeProgress();
    }

    @Override
    public void leaveAtomic() {
        accesses.leaveAtomic(scheduler.running());
    }

    @Override
    public long temporaryName() {
        return scope.temporaryName();
    }

    @Override
    public void hashing(Object object) {
        identities.asked(object, scheduler.running().atomicDepth > 0);
    }

    @Override
    public void exit(int status) {
        throw scheduler.exitCalled(status);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        scope.nextBytes(bytes);
    }

    @Override
    public AtomicLong seedSource() {
        return scope.seedSource();
    }

    /** Makes this the controller of the JVM's hooks, for an execution on that engine. */
    void begin(Engine engine) {
        lives.begin(engine);
        CallSites calls = Debugger.callSites();
        Controller installed = calls == null
                ? this
                : new DebuggedController(
                        this, new EvaluationController(this, scheduler, holders), new Evaluations(calls));
        Control.install(installed);
        scheduler.specifications().evaluateBy(new SpecificationController(this, installed, scheduler, holders));
        CurrentExecution.begin(scheduler);
        accesses.begin();
        collections.begin();
        Control.active = true;
    }

    /** No execution is under way any more. */
    void end() {
        Control.active = false;
        accesses.end();
    }
}

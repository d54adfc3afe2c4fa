package dev.jcoyote.control;

import dev.jcoyote.bridge.ClassInitialization;
import dev.jcoyote.bridge.Controller;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers the hooks of a JVM with a debugger: asks at each whether the program or an evaluation has come to it, and has
 * one controller for either.
 */
final class DebuggedController extends ProgramController {
    private final Controller evaluation;
    private final Evaluations evaluations;

    DebuggedController(Controller program, Controller evaluation, Evaluations evaluations) {
        super(program);
        this.evaluation = evaluation;
        this.evaluations = evaluations;
    }

    private Controller who() {
        return evaluations.isUnderWay() ? evaluation : program;
    }

    @Override
    public void point(@Nullable Object resource, int site) {
        who().point(resource, site);
    }

    @Override
    public void arrayPoint(@Nullable Object array, int index, int site) {
        who().arrayPoint(array, index, site);
    }

    @Override
    public void compareFailed() {
        who().compareFailed();
    }

    @Override
    public void callPoint(@Nullable Object receiver, int site) {
        who().callPoint(receiver, site);
    }

    @Override
    public void plain(@Nullable Object object, int slot, int site) {
        who().plain(object, slot, site);
    }

    @Override
    public void touched(@Nullable Object object, int slot, int site) {
        who().touched(object, slot, site);
    }

    @Override
    public void bystands(boolean enters) {
        who().bystands(enters);
    }

    @Override
    public void created(Object object) {
        who().created(object);
    }

    @Override
    public void external(int site) {
        who().external(site);
    }

    @Override
    public boolean beginWait() {
        return who().beginWait();
    }

    @Override
    public void monitorEnter(Object monitor, int site) {
        who().monitorEnter(monitor, site);
    }

    @Override
    public void monitorEnterInJdk(Object monitor, int site) {
        who().monitorEnterInJdk(monitor, site);
    }

    @Override
    public void awaitNested(Object monitor, boolean certain) {
        who().awaitNested(monitor, certain);
    }

    @Override
    public void monitorExit(Object monitor) {
        who().monitorExit(monitor);
    }

    @Override
    public boolean holdsMonitor(Object monitor) {
        return who().holdsMonitor(monitor);
    }

    @Override
    public void awaitFree(Object monitor) {
        who().awaitFree(monitor);
    }

    @Override
    public boolean beginInitialization(ClassInitialization initialization, int site) {
        return who().beginInitialization(initialization, site);
    }

    @Override
    public void endInitialization(ClassInitialization initialization) {
        who().endInitialization(initialization);
    }

    @Override
    public boolean failedInitialization(ClassInitialization initialization, Throwable error) {
        return who().failedInitialization(initialization, error);
    }

    @Override
    public void await(Object monitor, long nanos, int site) throws InterruptedException {
        who().await(monitor, nanos, site);
    }

    @Override
    public void signal(Object monitor, boolean all, int site) {
        who().signal(monitor, all, site);
    }

    @Override
    public void park(@Nullable Object blocker, long time, int mode) {
        who().park(blocker, time, mode);
    }

    @Override
    public boolean unpark(Thread thread) {
        return who().unpark(thread);
    }

    @Override
    public boolean starting(Thread thread) {
        return who().starting(thread);
    }

    @Override
    public boolean join(Thread thread, long nanos, int site) throws InterruptedException {
        return who().join(thread, nanos, site);
    }

    @Override
    public Thread.@Nullable State state(Thread thread) {
        return who().state(thread);
    }

    @Override
    public StackTraceElement @Nullable [] stackTrace(Thread thread) {
        return who().stackTrace(thread);
    }

    @Override
    public long threadId(Thread thread) {
        return who().threadId(thread);
    }

    @Override
    public boolean interrupt(Thread thread) {
        return who().interrupt(thread);
    }

    @Override
    public int interrupted(Thread thread, boolean clear) {
        return who().interrupted(thread, clear);
    }

    @Override
    public void sleep(long nanos, int site) throws InterruptedException {
        who().sleep(nanos, site);
    }

    @Override
    public void pause(int site) {
        who().pause(site);
    }

    @Override
    public void pauseInJdk(int site) {
        who().pauseInJdk(site);
    }

    @Override
    public long nanoTime() {
        return who().nanoTime();
    }

    @Override
    public long epochNanos() {
        return who().epochNanos();
    }

    @Override
    public void exit(int status) {
        who().exit(status);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        who().nextBytes(bytes);
    }

    @Override
    public AtomicLong seedSource() {
        return who().seedSource();
    }
}

package dev.jcoyote.control;

import dev.jcoyote.bridge.Controller;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;

/** Leaves to the program's controller what an evaluation does as the program does, or cannot come to. */
abstract class ProgramController implements Controller {
    final Controller program;

    ProgramController(Controller program) {
        this.program = program;
    }

    @Override
    public Thread[] liveThreads(Thread[] known) {
        return program.liveThreads(known);
    }

    @Override
    public ForkJoinPool commonPool() {
        return program.commonPool();
    }

    @Override
    public ScheduledExecutorService delayer() {
        return program.delayer();
    }

    @Override
    public long temporaryName() {
        return program.temporaryName();
    }

    @Override
    public void hashing(Object object) {
        program.hashing(object);
    }

    @Override
    public void endWait() {
        program.endWait();
    }

    @Override
    public void enterAtomic() {
        program.enterAtomic();
    }

    @Override
    public void leaveAtomic() {
        program.leaveAtomic();
    }

    @Override
    public void begun(Thread thread) {
        program.begun(thread);
    }

    @Override
    public void exiting(Thread thread) {
        program.exiting(thread);
    }

    @Override
    public boolean uncaught(Thread thread, Throwable exception) {
        return program.uncaught(thread, exception);
    }

    @Override
    public boolean unparkFromOutside(Thread thread) {
        return program.unparkFromOutside(thread);
    }

    @Override
    public boolean interruptFromOutside(Thread thread) {
        return program.interruptFromOutside(thread);
    }

    @Override
    public void monitorEnteredOutside(Object monitor) {
        program.monitorEnteredOutside(monitor);
    }

    @Override
    public void signalFromOutside(Object monitor, boolean all) {
        program.signalFromOutside(monitor, all);
    }
}

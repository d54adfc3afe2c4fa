package dev.jcoyote.agent;

import dev.jcoyote.bridge.ClassInitialization;
import dev.jcoyote.bridge.Control;
import dev.jcoyote.bridge.Controller;
import dev.jcoyote.bridge.Hearing;
import dev.jcoyote.bridge.Sites;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A controller of one thread, which lets it go on at once and writes down what it does. */
final class Recorder implements Controller {
    private final List<String> events = new ArrayList<>();
    private final Map<Object, Integer> held = new IdentityHashMap<>();
    private final Class<?> owner;

    private Recorder(Class<?> owner) {
        this.owner = owner;
    }

    /** Runs the task under control, and returns what it did at code positions of its own class. */
    static List<String> record(Callable<?> task) throws Exception {
        return record(task, null);
    }

    /** Runs the task under control while the JVM locks that object in place of monitors. */
    static List<String> record(Callable<?> task, @Nullable Object lock) throws Exception {
        Recorder recorder = new Recorder(task.getClass());
        Control.lock = lock;
        Control.install(recorder);
        Hearing.begin(true, false, false, false);
        Control.active = true;
        Control.running = Thread.currentThread();
        // Executions before may have ended inside the tool.
        Control.masked = false;
        try {
            Object result = task.call();
            if (lock != null) {
                recorder.events.add("result " + result);
            }
        } finally {
            Control.running = null;
            Control.active = false;
            Hearing.end();
            Control.lock = null;
        }
        return recorder.events;
    }

    private void add(int site, @Nullable Object resource) {
        if (Sites.className(site).equals(owner.getName())) {
            String type = resource == null ? "null" : resource.getClass().getSimpleName();
            events.add(Sites.kind(site) + " " + Sites.target(site) + (Sites.isWrite(site) ? " w " : " r ")
                    + type + (Sites.slot(site) == 0 ? "" : " slot") + " "
                    + Sites.position(site).substring(Sites.className(site).length() + 1));
        }
    }

    @Override
    public boolean beginInitialization(ClassInitialization initialization, int site) {
        boolean untouched = initialization.state() == ClassInitialization.State.UNTOUCHED;
        if (untouched) {
            initialization.begin();
        }
        return untouched;
    }

    @Override
    public void endInitialization(ClassInitialization initialization) {
        initialization.end();
    }

    @Override
    public boolean failedInitialization(ClassInitialization initialization, Throwable error) {
        return true;
    }

    @Override
    public long temporaryName() {
        return 0;
    }

    @Override
    public void hashing(Object object) {}

    @Override
    public void point(@Nullable Object resource, int site) {
        add(site, resource);
    }

    @Override
    public void arrayPoint(@Nullable Object array, int index, int site) {
        add(site, array);
    }

    @Override
    public void compareFailed() {
        events.add("compare failed");
    }

    @Override
    public void plain(@Nullable Object object, int slot, int site) {
        add(site, object);
    }

    @Override
    public void touched(@Nullable Object object, int slot, int site) {
        add(site, object);
    }

    @Override
    public void bystands(boolean enters) {}

    @Override
    public void created(Object object) {}

    @Override
    public void callPoint(@Nullable Object receiver, int site) {
        add(site, receiver);
    }

    @Override
    public void monitorEnter(Object monitor, int site) {
        held.merge(monitor, 1, Integer::sum);
        add(site, monitor);
    }

    @Override
    public boolean beginWait() {
        return false;
    }

    @Override
    public void endWait() {}

    @Override
    public void awaitNested(Object monitor, boolean certain) {}

    @Override
    public void monitorEnterInJdk(Object monitor, int site) {
        held.merge(monitor, 1, Integer::sum);
        add(site, monitor);
    }

    @Override
    public void monitorExit(Object monitor) {
        held.computeIfPresent(monitor, (key, count) -> count == 1 ? null : count - 1);
        if (monitor.getClass() == owner) {
            events.add("MONITOR_EXIT");
        }
    }

    @Override
    public boolean holdsMonitor(Object monitor) {
        if (Control.lock != null) {
            events.add("held " + held.getOrDefault(monitor, 0) + " times, in the JVM " + Thread.holdsLock(monitor));
        }
        return held.containsKey(monitor);
    }

    @Override
    public void awaitFree(Object monitor) {
        events.add("awaitFree " + monitor.getClass().getSimpleName());
    }

    @Override
    public void await(Object monitor, long nanos, int site) {
        add(site, monitor);
    }

    @Override
    public void signal(Object monitor, boolean all, int site) {
        add(site, monitor);
    }

    @Override
    public void park(@Nullable Object blocker, long time, int mode) {
        events.add("park " + mode);
    }

    @Override
    public boolean unpark(Thread thread) {
        events.add("unpark");
        return true;
    }

    @Override
    public boolean unparkFromOutside(Thread thread) {
        return false;
    }

    @Override
    public boolean interruptFromOutside(Thread thread) {
        return false;
    }

    @Override
    public void monitorEnteredOutside(Object monitor) {}

    @Override
    public void signalFromOutside(Object monitor, boolean all) {}

    @Override
    public boolean starting(Thread thread) {
        events.add("starting");
        return false;
    }

    @Override
    public StackTraceElement @Nullable [] stackTrace(Thread thread) {
        return null;
    }

    @Override
    public Thread[] liveThreads(Thread[] known) {
        return known;
    }

    @Override
    public void begun(Thread thread) {}

    @Override
    public void exiting(Thread thread) {}

    @Override
    public boolean uncaught(Thread thread, Throwable exception) {
        return false;
    }

    @Override
    public boolean join(Thread thread, long nanos, int site) {
        add(site, thread);
        return false;
    }

    @Override
    public Thread.@Nullable State state(Thread thread) {
        return null;
    }

    @Override
    public long threadId(Thread thread) {
        return -1;
    }

    @Override
    public boolean interrupt(Thread thread) {
        events.add("interrupt");
        return true;
    }

    @Override
    public int interrupted(Thread thread, boolean clear) {
        return -1;
    }

    @Override
    public void sleep(long nanos, int site) {
        add(site, null);
    }

    @Override
    public void pause(int site) {
        add(site, null);
    }

    @Override
    public void pauseInJdk(int site) {}

    @Override
    public long nanoTime() {
        return 42L;
    }

    @Override
    public long epochNanos() {
        return 1_000_000_000_000_000_000L;
    }

    @Override
    public ForkJoinPool commonPool() {
        return ForkJoinPool.commonPool();
    }

    @Override
    public ScheduledExecutorService delayer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void enterAtomic() {}

    @Override
    public void leaveAtomic() {}

    @Override
    public void exit(int status) {
        throw new IllegalStateException("exit " + status);
    }

    @Override
    public void nextBytes(byte[] bytes) {}

    @Override
    public AtomicLong seedSource() {
        return new AtomicLong();
    }

    @Override
    public void external(int site) {
        add(site, null);
    }
}

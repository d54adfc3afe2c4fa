package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** What thread objects tell of themselves: states, stacks, groups, and what they have from who created them. */
final class ThreadObjectScenarios {
    private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();
    private static final ThreadLocal<String> OWN = new ThreadLocal<>();

    private final Object monitor = new Object();

    private static void awaitState(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            assertTrue(thread.isAlive());
            Thread.yield();
        }
    }

    /** Waits until a thread that runs that has that state, then interrupts it, and sees its end. */
    private static void reaches(Thread.State state, Concurrently.Action waiting) throws InterruptedException {
        Thread thread = Concurrently.thread(() -> assertThrows(InterruptedException.class, waiting::run));
        assertEquals(Thread.State.NEW, thread.getState());
        assertFalse(thread.isAlive());
        thread.start();
        assertTrue(thread.isAlive());
        awaitState(thread, state);
        thread.interrupt();
        thread.join();
        assertEquals(Thread.State.TERMINATED, thread.getState());
        assertFalse(thread.isAlive());
    }

    private void await(long millis) throws InterruptedException {
        synchronized (monitor) {
            monitor.wait(millis);
        }
    }

    @Passes
    void whoWaitsForANotificationIsWaiting() throws InterruptedException {
        reaches(Thread.State.WAITING, () -> await(0));
    }

    @Passes
    void whoJoinsIsWaiting() throws InterruptedException {
        Thread main = Thread.currentThread();
        reaches(Thread.State.WAITING, main::join);
    }

    @Passes
    void whoWaitsForALatchIsWaiting() throws InterruptedException {
        reaches(Thread.State.WAITING, () -> new CountDownLatch(1).await());
    }

    @Fails(value = BugKind.ASSERTION, saying = "InterruptedException")
    void aTimedWaitMayEndBeforeItIsSeen() throws InterruptedException {
        Thread sleeper = Concurrently.start(() -> assertThrows(InterruptedException.class, () -> Thread.sleep(1)));
        sleeper.interrupt();
        sleeper.join();
    }

    @Passes
    @Warns("Data race on element 0 of boolean[]")
    void whoRunsIsRunnable() throws InterruptedException {
        assertEquals(Thread.State.RUNNABLE, Thread.currentThread().getState());
        boolean[] over = {false};
        Thread thread = Concurrently.start(() -> {
            while (!over[0]) {
                Thread.yield();
            }
        });
        assertEquals(Thread.State.RUNNABLE, thread.getState());
        Thread.yield();
        assertEquals(Thread.State.RUNNABLE, thread.getState());
        over[0] = true;
        thread.join();
    }

    @Passes
    void whoIsToEnterItsMonitorAgainIsBlocked() throws InterruptedException {
        Thread waiter = Concurrently.start(() -> await(0));
        awaitState(waiter, Thread.State.WAITING);
        synchronized (monitor) {
            monitor.notifyAll();
            assertEquals(Thread.State.BLOCKED, waiter.getState());
            Thread.yield();
            assertEquals(Thread.State.BLOCKED, waiter.getState());
        }
        waiter.join();
    }

    private static void parkInHere(AtomicReference<Boolean> over) {
        while (over.get() == null) {
            LockSupport.park();
        }
    }

    private static boolean isTools(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.contains("Jcoyote")
                || name.startsWith("jdk.internal.vm.Continuation")
                || (name.startsWith("dev.jcoyote.") && !name.startsWith("dev.jcoyote.scenarios."));
    }

    /** The main thread may be the one that runs the executions. */
    private static boolean isTools(Thread thread) {
        return thread != Thread.currentThread()
                && thread.getClass().getName().startsWith("dev.jcoyote.")
                && !thread.getClass().getName().startsWith("dev.jcoyote.scenarios.");
    }

    private static boolean has(StackTraceElement[] stack, String method) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals(method));
    }

    @Passes
    void theStackOfASuspendedThreadIsThatOfItsProgram() throws InterruptedException {
        AtomicReference<Boolean> over = new AtomicReference<>();
        Thread parked = Concurrently.start(() -> parkInHere(over));
        awaitState(parked, Thread.State.WAITING);
        StackTraceElement[] stack = parked.getStackTrace();
        assertTrue(has(stack, "parkInHere"), () -> Arrays.toString(stack));
        assertTrue(Arrays.stream(stack).noneMatch(ThreadObjectScenarios::isTools), () -> Arrays.toString(stack));
        assertEquals("run", stack[stack.length - 1].getMethodName());

        Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
        assertTrue(has(all.get(parked), "parkInHere"));
        StackTraceElement[] own = all.get(Thread.currentThread());
        assertNotNull(own);
        assertTrue(has(own, "theStackOfASuspendedThreadIsThatOfItsProgram"), () -> Arrays.toString(own));
        assertTrue(Arrays.stream(own).noneMatch(ThreadObjectScenarios::isTools), () -> Arrays.toString(own));
        assertTrue(
                all.keySet().stream().noneMatch(ThreadObjectScenarios::isTools),
                () -> all.keySet().toString());
        over.set(true);
        LockSupport.unpark(parked);
        parked.join();
        assertEquals(0, parked.getStackTrace().length);
        assertFalse(Thread.getAllStackTraces().containsKey(parked));
    }

    @Passes
    void aThreadThatHasNotBegunHasNoStackOfTheProgram() throws InterruptedException {
        Thread thread = Concurrently.thread(() -> {});
        assertEquals(0, thread.getStackTrace().length);
        thread.start();
        thread.join();
    }

    @Passes
    void groupsKnowTheirThreads() throws InterruptedException {
        ThreadGroup group = new ThreadGroup("group");
        CountDownLatch over = new CountDownLatch(1);
        Concurrently.Action action = over::await;
        Runnable quiet = () -> {
            try {
                action.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
        Thread first = new Thread(group, quiet, "first");
        Thread second = new Thread(group, quiet, "second");
        assertEquals(0, group.activeCount());
        first.start();
        second.start();
        assertEquals(2, group.activeCount());
        Thread[] found = new Thread[5];
        assertEquals(2, group.enumerate(found));
        assertEquals(List.of(first, second), Arrays.asList(found).subList(0, 2));
        Thread[] all = new Thread[100];
        int number = Thread.enumerate(all);
        List<Thread> inMain = Arrays.asList(all).subList(0, number);
        assertTrue(inMain.containsAll(List.of(Thread.currentThread(), first, second)), inMain::toString);
        over.countDown();
        first.join();
        second.join();
        assertEquals(0, group.activeCount());
    }

    @Passes
    void threadsHaveWhatTheirCreatorHas() throws InterruptedException {
        INHERITED.set("value");
        OWN.set("own");
        ClassLoader loader = new ClassLoader(null) {};
        Thread child = new Thread(
                () -> {
                    assertEquals("value", INHERITED.get());
                    assertEquals(null, OWN.get());
                    INHERITED.set("changed");
                    Thread me = Thread.currentThread();
                    assertEquals("child", me.getName());
                    assertEquals(7, me.getPriority());
                    assertTrue(me.isDaemon());
                    assertSame(loader, me.getContextClassLoader());
                    Thread grandchild = new Thread(() -> {
                        assertEquals("changed", INHERITED.get());
                        assertTrue(Thread.currentThread().isDaemon());
                        assertEquals(7, Thread.currentThread().getPriority());
                        assertSame(loader, Thread.currentThread().getContextClassLoader());
                        assertSame(me.getThreadGroup(), Thread.currentThread().getThreadGroup());
                    });
                    grandchild.start();
                    try {
                        grandchild.join();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    me.setName("renamed");
                    me.setPriority(3);
                },
                "child");
        child.setDaemon(true);
        child.setPriority(7);
        child.setContextClassLoader(loader);
        child.start();
        assertThrows(IllegalThreadStateException.class, () -> child.setDaemon(false));
        child.join();
        assertEquals("renamed", child.getName());
        assertEquals(3, child.getPriority());
        assertEquals("value", INHERITED.get());
        assertEquals("own", OWN.get());
        assertNotSame(loader, Thread.currentThread().getContextClassLoader());
    }
}

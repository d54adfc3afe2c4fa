package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.jcoyote.BugKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Handlers of uncaught exceptions: whose it is, and on which thread it runs. */
final class HandlerScenarios {
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private void tell(String handler, Thread failed, Throwable exception) {
        assertSame(failed, Thread.currentThread());
        Thread.yield();
        told.add(handler + " of " + failed.getName() + ": " + exception.getMessage());
    }

    private static void fail() {
        Thread.yield();
        throw new IllegalStateException("on purpose");
    }

    private static void runToItsEnd(Thread thread) throws InterruptedException {
        thread.start();
        thread.join();
    }

    @Passes
    void aThreadsOwnComesFirst() throws InterruptedException {
        ThreadGroup group = new ThreadGroup("group") {
            @Override
            public void uncaughtException(Thread thread, Throwable exception) {
                tell("group", thread, exception);
            }
        };
        Thread thread = new Thread(group, HandlerScenarios::fail, "failing");
        assertSame(group, thread.getUncaughtExceptionHandler());
        thread.setUncaughtExceptionHandler((failed, exception) -> tell("own", failed, exception));
        runToItsEnd(thread);
        assertEquals(List.of("own of failing: on purpose"), told);
        assertNull(thread.getUncaughtExceptionHandler());
    }

    @Passes
    void aGroupAsksItsParent() throws InterruptedException {
        ThreadGroup parent = new ThreadGroup("parent") {
            @Override
            public void uncaughtException(Thread thread, Throwable exception) {
                tell("parent", thread, exception);
            }
        };
        Thread thread = new Thread(new ThreadGroup(parent, "child"), HandlerScenarios::fail, "failing");
        runToItsEnd(thread);
        assertEquals(List.of("parent of failing: on purpose"), told);
    }

    @Passes
    void theDefaultOneIsCalledForThreadsWithoutTheirOwn() throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((failed, exception) -> tell("default", failed, exception));
        try {
            runToItsEnd(new Thread(HandlerScenarios::fail, "failing"));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(List.of("default of failing: on purpose"), told);
    }

    @Fails(value = BugKind.EXCEPTION, saying = "on purpose")
    void withoutAnyItIsABug() throws InterruptedException {
        runToItsEnd(new Thread(new ThreadGroup("group"), HandlerScenarios::fail, "failing"));
    }
}

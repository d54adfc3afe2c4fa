package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code java.util.Timer}: its tasks, their times, and how they end. */
final class TimerScenarios {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private static TimerTask task(Runnable body) {
        return new TimerTask() {
            @Override
            public void run() {
                body.run();
            }
        };
    }

    @Passes
    void aTimerRunsItsTasks() throws InterruptedException {
        Timer timer = new Timer(true);
        CountDownLatch thrice = new CountDownLatch(3);
        timer.schedule(task(thrice::countDown), 1_000, 60_000);
        thrice.await();
        timer.cancel();
    }

    @Passes
    void aCancelledTimerTaskRunsNoMore() throws InterruptedException {
        Timer timer = new Timer("timer");
        CountDownLatch once = new CountDownLatch(1);
        timer.scheduleAtFixedRate(
                new TimerTask() {
                    @Override
                    public void run() {
                        log.add("ran");
                        cancel();
                        once.countDown();
                    }
                },
                1_000,
                1_000);
        once.await();
        TimeUnit.MINUTES.sleep(1);
        timer.cancel();
        assertEquals(List.of("ran"), log);
    }

    @Passes
    void tasksRunInTheOrderOfTheirTimes() throws InterruptedException {
        Timer timer = new Timer();
        CountDownLatch all = new CountDownLatch(3);
        for (int hours = 3; hours > 0; hours--) {
            String name = hours + " h";
            timer.schedule(
                    task(() -> {
                        log.add(name);
                        all.countDown();
                    }),
                    new Date(System.currentTimeMillis() + TimeUnit.HOURS.toMillis(hours)));
        }
        all.await();
        assertEquals(List.of("1 h", "2 h", "3 h"), log);
        timer.cancel();
    }

    @Passes
    void aTaskIsToldItsTimeAndCancelledOnce() throws InterruptedException {
        Timer timer = new Timer();
        long start = System.currentTimeMillis();
        CountDownLatch ran = new CountDownLatch(1);
        TimerTask past = task(ran::countDown);
        timer.schedule(past, 500);
        ran.await();
        assertTrue(past.scheduledExecutionTime() >= start + 500);
        assertFalse(past.cancel());
        TimerTask future = task(() -> log.add("ran"));
        timer.schedule(future, TimeUnit.DAYS.toMillis(1));
        assertTrue(future.cancel());
        assertEquals(1, timer.purge());
        assertThrows(IllegalStateException.class, () -> timer.schedule(future, 1));
        timer.cancel();
        assertThrows(IllegalStateException.class, () -> timer.schedule(task(() -> {}), 1));
        assertEquals(List.of(), log);
    }

    @Fails(value = BugKind.EXCEPTION, saying = "of a task")
    void anExceptionOfATaskEndsItsTimer() throws InterruptedException {
        Timer timer = new Timer();
        timer.schedule(
                task(() -> {
                    throw new IllegalStateException("of a task");
                }),
                1);
        new CountDownLatch(1).await();
    }

    @Passes
    void aTimerTakesNoTaskAfterAnException() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Thread[] threads = new Thread[1];
        Timer timer = new Timer();
        timer.schedule(
                task(() -> {
                    threads[0] = Thread.currentThread();
                    threads[0].setUncaughtExceptionHandler((thread, error) -> log.add(error.getMessage()));
                    over.countDown();
                    throw new IllegalStateException("of a task");
                }),
                1);
        over.await();
        threads[0].join();
        assertEquals(List.of("of a task"), log);
        assertThrows(IllegalStateException.class, () -> timer.schedule(task(() -> {}), 1));
    }
}

package dev.jcoyote.cli;

/**
 * A program to stop in: two threads race for a counter while a third holds a monitor and a lock, and does so until both
 * have raced.
 */
final class EvaluatedProgram {
    static final String CLASS = "a.Race";

    static final String SOURCE = """
            a/Race.java
            package a;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import java.util.concurrent.locks.*;
            public class Race {
                final AtomicInteger counter = new AtomicInteger();
                final CountDownLatch held = new CountDownLatch(1);
                final CountDownLatch raced = new CountDownLatch(2);
                final CountDownLatch release = new CountDownLatch(1);
                final Values free = new Values();
                final Values taken = new Values();

                void hold() {
                    synchronized (taken) {
                        taken.lock.lock();
                        taken.readWrite.readLock().lock();
                        try {
                            held.countDown();
                            release.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        } finally {
                            taken.readWrite.readLock().unlock();
                            taken.lock.unlock();
                        }
                    }
                }

                void race() {
                    int seen = counter.get();
                    counter.set(seen + 1); // racing
                    raced.countDown();
                    taken.locked();
                    taken.writeLocked();
                    taken.guarded();
                }

                public void test() throws Exception {
                    Thread holder = new Thread(this::hold);
                    holder.start();
                    held.await();
                    Thread one = new Thread(this::race);
                    Thread two = new Thread(this::race);
                    one.start();
                    two.start();
                    raced.await();
                    release.countDown();
                    holder.join();
                    one.join();
                    two.join();
                    if (counter.get() != 2) throw new AssertionError("counted " + counter.get());
                }

                static class Values {
                    final AtomicInteger number = new AtomicInteger(42);
                    final ReentrantLock lock = new ReentrantLock();
                    final ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
                    final Map<String, Integer> map = new ConcurrentHashMap<>(Map.of("one", 1));
                    final Queue<String> queue = new LinkedBlockingQueue<>(List.of("first"));
                    final CompletableFuture<String> future = new CompletableFuture<>();
                    volatile int level = 7;
                    int calls;

                    synchronized String guarded() { return "guarded" + calls; }
                    String locked() { lock.lock(); try { return "locked"; } finally { lock.unlock(); } }
                    String writeLocked() {
                        readWrite.writeLock().lock();
                        try { return "write"; } finally { readWrite.writeLock().unlock(); }
                    }
                    String tried() throws Exception {
                        if (!lock.tryLock(1, TimeUnit.HOURS)) return "not locked";
                        lock.unlock();
                        return "locked";
                    }
                    String number() { return "number " + number.get(); }
                    String level() { return "level " + level; }
                    String map() { return map.toString(); }
                    String queue() { return queue.toString(); }
                    String done() { return "done " + future.isDone(); }
                    String formatted() { return String.format("%d of %s and %s", number.get(), map, level); }
                    String incremented() { level++; level--; return "level " + level; }
                    String joined() { return future.join(); }
                    String waits() throws Exception { synchronized (number) { number.wait(); } return "notified"; }
                    String slept() throws Exception { Thread.sleep(3_600_000); return "slept"; }
                    String spins() { while (level == 7) Thread.onSpinWait(); return "level " + level; }
                    String signals() { synchronized (number) { number.notifyAll(); } return "notified"; }
                    String streamed() { return "sum " + map.values().parallelStream().mapToInt(i -> i).sum(); }
                    String starts() throws Exception {
                        Thread thread = new Thread(() -> level = 8);
                        thread.start();
                        thread.join();
                        int now = level;
                        level = 7;
                        return "level " + now;
                    }
                    String random() { return UUID.randomUUID().toString().isEmpty() ? "" : "random"; }
                    String time() { return System.nanoTime() == System.nanoTime() ? "stands" : "moves"; }
                    String thread() { return Thread.currentThread().getName() + " " + Thread.interrupted(); }
                    @Override public synchronized String toString() { return "values " + number; }
                }
            }
            """;

    private EvaluatedProgram() {}

    /** The number of the line with that comment. */
    static int line(String source, String comment) {
        // The first line of the text names the file.
        return source.substring(0, source.indexOf("// " + comment)).split("\n", -1).length - 1;
    }
}

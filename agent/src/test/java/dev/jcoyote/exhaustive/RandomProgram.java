package dev.jcoyote.exhaustive;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** A small concurrent program that a seed draws: a few threads with a few operations each on a few shared objects. */
final class RandomProgram {
    /** What operations a program may have. */
    enum Kind {
        READ,
        WRITE,
        ADD,
        COMPARE_AND_SET,
        SYNCHRONIZED,
        WAIT,
        NOTIFY,
        NOTIFY_ALL,
        LOCK,
        TRY_LOCK,
        PARK,
        UNPARK,
        INTERRUPT,
        YIELD,
        SLEEP,
        TIMED_WAIT
    }

    /** An operation on one of the shared objects; a block has more of them inside. */
    record Operation(Kind kind, int target, int value, List<Operation> block) {
        @Override
        public String toString() {
            return kind + "(" + target + "," + value + ")" + (block.isEmpty() ? "" : block.toString());
        }
    }

    private static final int OBJECTS = 2;

    private static final List<Kind> PLAIN = List.of(Kind.READ, Kind.WRITE, Kind.ADD, Kind.COMPARE_AND_SET);
    private static final List<Kind> BLOCKING = List.of(
            Kind.SYNCHRONIZED,
            Kind.SYNCHRONIZED,
            Kind.LOCK,
            Kind.TRY_LOCK,
            Kind.PARK,
            Kind.UNPARK,
            Kind.INTERRUPT,
            Kind.YIELD);
    private static final List<Kind> IN_MONITOR = List.of(Kind.WAIT, Kind.NOTIFY, Kind.NOTIFY_ALL);
    private static final List<Kind> TIMED = List.of(Kind.SLEEP, Kind.TIMED_WAIT);

    private final boolean isTimed;
    private final List<List<Operation>> threads = new ArrayList<>();

    RandomProgram(long seed, boolean isTimed) {
        this.isTimed = isTimed;
        Random random = new Random(seed);
        int count = 2 + random.nextInt(2);
        int budget = count == 2 ? 4 : 3;
        for (int thread = 0; thread < count; thread++) {
            threads.add(operations(random, 1 + random.nextInt(budget), false, count));
        }
    }

    private List<Operation> operations(Random random, int number, boolean inMonitor, int threadCount) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Kind kind = kind(random, inMonitor);
            boolean isBlock = kind == Kind.SYNCHRONIZED || kind == Kind.LOCK || kind == Kind.TRY_LOCK;
            int target = kind == Kind.UNPARK || kind == Kind.INTERRUPT
                    ? random.nextInt(threadCount)
                    : random.nextInt(OBJECTS);
            List<Operation> block = isBlock && !inMonitor
                    ? operations(random, 1 + random.nextInt(2), kind == Kind.SYNCHRONIZED, threadCount)
                    : List.of();
            operations.add(new Operation(kind, target, random.nextInt(3), block));
        }
        return operations;
    }

    private Kind kind(Random random, boolean inMonitor) {
        int draw = random.nextInt(10);
        if (inMonitor && draw < 4) {
            return pick(random, IN_MONITOR);
        }
        if (isTimed && draw > 7) {
            return pick(random, TIMED);
        }
        return pick(random, draw < 5 ? PLAIN : BLOCKING);
    }

    private static Kind pick(Random random, List<Kind> kinds) {
        return kinds.get(random.nextInt(kinds.size()));
    }

    /** Runs the program to its end, and returns the state that it has come to. */
    String run() throws InterruptedException {
        return new Run().run();
    }

    /** Whether a thread hints twice that it waits, at what is one place of the code: that looks like a loop that waits. */
    boolean mayLookIdle() {
        return threads.stream().anyMatch(thread -> thread.toString().split("YIELD", -1).length > 2);
    }

    /** Whether a thread does something to another one, which may not have been started. */
    boolean addressesThreads() {
        String text = threads.toString();
        return text.contains("UNPARK") || text.contains("INTERRUPT");
    }

    @Override
    public String toString() {
        return threads.toString();
    }

    private static final class Cell {
        volatile int value;
    }

    /** One execution. */
    private final class Run {
        private final Cell[] cells = new Cell[OBJECTS];
        private final AtomicInteger[] counters = new AtomicInteger[OBJECTS];
        private final Object[] monitors = new Object[OBJECTS];
        private final ReentrantLock[] locks = new ReentrantLock[OBJECTS];
        private final Thread[] running = new Thread[threads.size()];
        private final int[] results = new int[threads.size()];

        private Run() {
            for (int i = 0; i < OBJECTS; i++) {
                cells[i] = new Cell();
                counters[i] = new AtomicInteger();
                monitors[i] = new Object();
                locks[i] = new ReentrantLock();
                cells[i].value = counters[i].get();
                locks[i].lock();
                locks[i].unlock();
                synchronized (monitors[i]) {
                    results[0] = 0;
                }
            }
        }

        private String run() throws InterruptedException {
            for (int i = 0; i < running.length; i++) {
                int number = i;
                running[i] = new Thread(() -> results[number] = runThread(number));
            }
            for (Thread thread : running) {
                thread.start();
            }
            for (Thread thread : running) {
                thread.join();
            }
            StringBuilder state = new StringBuilder();
            for (int i = 0; i < OBJECTS; i++) {
                state.append(cells[i].value)
                        .append(' ')
                        .append(counters[i].get())
                        .append(' ');
            }
            for (int result : results) {
                state.append(result).append(' ');
            }
            return state.toString();
        }

        private int runThread(int number) {
            int result = 0;
            for (Operation operation : threads.get(number)) {
                result = perform(operation, result);
            }
            return result;
        }

        private int perform(Operation operation, int before) {
            int target = operation.target;
            int result = before * 31;
            try {
                switch (operation.kind) {
                    case READ -> result += cells[target].value;
                    case WRITE -> cells[target].value = before + operation.value;
                    case ADD -> result += counters[target].getAndAdd(operation.value);
                    case COMPARE_AND_SET ->
                        result += counters[target].compareAndSet(operation.value, operation.value + 1) ? 1 : 2;
                    case SYNCHRONIZED -> {
                        synchronized (monitors[target]) {
                            result = performAll(operation, result, monitors[target]);
                        }
                    }
                    case LOCK -> {
                        locks[target].lock();
                        try {
                            result = performAll(operation, result, locks[target]);
                        } finally {
                            locks[target].unlock();
                        }
                    }
                    case TRY_LOCK -> {
                        if (locks[target].tryLock()) {
                            try {
                                result = performAll(operation, result, locks[target]);
                            } finally {
                                locks[target].unlock();
                            }
                        } else {
                            result += 3;
                        }
                    }
                    case PARK -> LockSupport.park();
                    case UNPARK -> LockSupport.unpark(running[target]);
                    case INTERRUPT -> running[target].interrupt();
                    case YIELD -> Thread.yield();
                    case SLEEP -> Thread.sleep(1 + operation.value);
                    default -> {}
                }
            } catch (InterruptedException e) {
                result += 5;
            }
            return result;
        }

        private int performAll(Operation outer, int before, Object monitor) {
            int result = before;
            for (Operation operation : outer.block) {
                result = switch (operation.kind) {
                    case WAIT, TIMED_WAIT, NOTIFY, NOTIFY_ALL -> performInMonitor(operation, result, monitor);
                    default -> perform(operation, result);
                };
            }
            return result;
        }

        @SuppressWarnings({"WaitNotInLoop", "NakedNotify"}) // the point is what happens then
        private int performInMonitor(Operation operation, int before, Object monitor) {
            int result = before * 31;
            if (!Thread.holdsLock(monitor)) {
                return result;
            }
            try {
                switch (operation.kind) {
                    case WAIT -> monitor.wait();
                    case TIMED_WAIT -> monitor.wait(1 + operation.value);
                    case NOTIFY -> monitor.notify();
                    default -> monitor.notifyAll();
                }
            } catch (InterruptedException e) {
                result += 5;
            }
            return result;
        }
    }
}

package dev.jcoyote.scenarios;

import java.util.function.IntConsumer;

/** A program that enters monitors in all kinds of ways, often enough to be compiled, outside executions. */
public final class HotMonitors {

    private HotMonitors() {}

    /** Runs it in a JVM of its own. */
    public static void main(String[] args) throws InterruptedException {
        Installation.ensure();
        System.out.println("the program has ended with " + Shapes.run());
    }

    /** Loaded when the agent is there; the methods to be compiled begin with "in". */
    private static final class Shapes {
        private static final int ROUNDS = 60_000;
        private static int total;

        private final Object other = new Object();
        private final IntConsumer reference = this::inReferredMethod;
        private int value;

        static int run() throws InterruptedException {
            Shapes shapes = new Shapes();
            IntConsumer lambda = shapes.lambda();
            for (int i = 0; i < ROUNDS; i++) {
                shapes.inMethod();
                inStaticMethod();
                shapes.inMethodWithBlock(i);
                shapes.inBlock();
                shapes.inNestedBlocks();
                shapes.inTheSameMonitorTwice();
                shapes.inLoop();
                shapes.inBlockWithReturn(i);
                shapes.inFinally(i);
                shapes.inBlockAroundCatch(i);
                shapes.inCatchAroundBlock(i);
                shapes.inWait(i);
                new InConstructor(i);
                lambda.accept(i);
                shapes.reference.accept(i);
            }
            return shapes.value + total;
        }

        private synchronized void inMethod() {
            value++;
        }

        private static synchronized void inStaticMethod() {
            total++;
        }

        private synchronized int inMethodWithBlock(int i) {
            if (i % 2 == 0) {
                return value;
            }
            synchronized (other) {
                return value++;
            }
        }

        private void inBlock() {
            synchronized (this) {
                value++;
            }
        }

        private void inNestedBlocks() {
            synchronized (this) {
                value++;
                synchronized (other) {
                    value++;
                }
                value--;
            }
        }

        private void inTheSameMonitorTwice() {
            synchronized (other) {
                synchronized (other) {
                    value++;
                }
            }
        }

        private void inLoop() {
            for (int i = 0; i < 3; i++) {
                synchronized (other) {
                    if (i == 1) {
                        continue;
                    }
                    value++;
                }
            }
        }

        private int inBlockWithReturn(int i) {
            synchronized (this) {
                for (int k = 0; k < 3; k++) {
                    if (k == i % 4) {
                        synchronized (other) {
                            return k;
                        }
                    }
                }
            }
            return -1;
        }

        private int inFinally(int i) {
            try {
                synchronized (this) {
                    if (i % 3 == 0) {
                        return value;
                    }
                }
            } finally {
                synchronized (other) {
                    value++;
                }
            }
            return i;
        }

        private int inBlockAroundCatch(int i) {
            synchronized (this) {
                try {
                    return odd(i);
                } catch (IllegalArgumentException e) {
                    return value;
                } finally {
                    value++;
                }
            }
        }

        private int inCatchAroundBlock(int i) {
            try {
                synchronized (this) {
                    return odd(i);
                }
            } catch (IllegalArgumentException e) {
                return value;
            }
        }

        private static int odd(int i) {
            if (i % 100 == 0) {
                throw new IllegalArgumentException();
            }
            return i;
        }

        private void inWait(int i) throws InterruptedException {
            synchronized (this) {
                if (i % 20_000 == 0) {
                    wait(1L);
                }
                notifyAll();
            }
        }

        private IntConsumer lambda() {
            // Its method is named after this one.
            return i -> {
                synchronized (other) {
                    value += i;
                }
            };
        }

        private void inReferredMethod(int i) {
            synchronized (this) {
                value -= i;
            }
        }
    }

    private static final class InConstructor {
        private static int total;

        InConstructor(int i) {
            synchronized (this) {
                synchronized (InConstructor.class) {
                    total++;
                }
                if (i % 2 == 0) {
                    return;
                }
            }
            total--;
        }
    }
}

package dev.jcoyote.agent.samples;

import java.util.concurrent.Callable;

/** Initialisers, interfaces, generic bridges, switches and handlers around monitors. */
public final class Structures implements Callable<String> {
    private static final int SUM;
    private static volatile int reads = 4;

    static {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += i;
        }
        if (sum > 100) {
            throw new IllegalStateException();
        }
        SUM = sum;
    }

    interface Shape {
        int SIDE = side();

        static int side() {
            return reads;
        }

        default int area() {
            synchronized (this) {
                return SIDE * SIDE + corners();
            }
        }

        int corners();
    }

    abstract static class Generic<T> {
        abstract T next(T value);
    }

    static final class Integers extends Generic<Integer> {
        @Override
        synchronized Integer next(Integer value) {
            return value + 1;
        }
    }

    static final class Failing {
        static final int VALUE = fail();

        private static int fail() {
            throw new IllegalStateException("initialiser");
        }
    }

    @Override
    public String call() throws Exception {
        Generic<Integer> generic = new Integers();
        Shape shape = () -> 4;
        String text = SUM + " " + shape.area() + generic.next(4);
        for (String word : new String[] {"a", "b", "c", "d"}) {
            text += choose(word);
        }
        try {
            text += Failing.VALUE;
        } catch (ExceptionInInitializerError e) {
            text += e.getCause().getMessage();
        }
        return text + handlers(0) + handlers(1) + handlers(2) + dense(3) + dense(9);
    }

    private static int choose(String word) {
        synchronized (word) {
            switch (word) {
                case "a":
                    return 1;
                case "b":
                    synchronized (Structures.class) {
                        return 2;
                    }
                case "c":
                    break;
                default:
                    return reads;
            }
        }
        return 5;
    }

    private int handlers(int way) {
        int result = 0;
        for (int i = 0; i < 3; i++) {
            try {
                synchronized (this) {
                    if (way == 0) {
                        continue;
                    }
                    if (way == 1) {
                        throw new IllegalArgumentException();
                    }
                    result += 10;
                    break;
                }
            } catch (IllegalArgumentException e) {
                result++;
            } finally {
                result += 100;
            }
        }
        return result;
    }

    private static synchronized long dense(int i) {
        switch (i) {
            case 1:
                return 10L;
            case 2:
                return 20L;
            case 3:
                return 30L + reads;
            default:
                return i < 5 ? -1L : reads * 2L;
        }
    }
}

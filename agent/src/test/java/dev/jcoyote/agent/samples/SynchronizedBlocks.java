package dev.jcoyote.agent.samples;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Synchronized blocks of all shapes; after each the monitors are free. */
public final class SynchronizedBlocks implements Callable<String> {
    private final Object other = new Object();
    private final StringBuilder text = new StringBuilder();
    private int value;

    @Override
    public String call() throws InterruptedException {
        show("nested", nested());
        show("again", again(3));
        show("loop", loop());
        show("return", returns(1) + returns(2) + returns(7));
        show("finally", finallyAround(0) + finallyAround(1));
        show("catch", catchAround(0) + catchAround(1) + catchInside(0) + catchInside(1));
        show("throws", message(() -> thrower(0)));
        show("null", message(() -> locked(null)));
        show("wide", wide(1L, 2.0, 3, 4L));
        show("wait", waits());
        show("constructor", new Inner(2).result + new Inner(3).result);
        show("lambda", supplier(5).get());
        show("array", array(new int[] {3, 4})[1]);
        show("switch", switched(1) + switched(2) + switched(9));
        show("illegal", message(this::notifyUnowned));
        return text.toString();
    }

    private void show(String name, Object result) {
        text.append(name).append(' ').append(result).append(' ').append(Thread.holdsLock(this));
        text.append(Thread.holdsLock(other)).append('\n');
    }

    private static String message(Supplier<?> body) {
        try {
            return "none: " + body.get();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private String nested() {
        synchronized (this) {
            synchronized (other) {
                value++;
                return "" + Thread.holdsLock(this) + Thread.holdsLock(other);
            }
        }
    }

    private int again(int depth) {
        synchronized (this) {
            synchronized (this) {
                return depth == 0 ? value : again(depth - 1) + 1;
            }
        }
    }

    private int loop() {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            synchronized (i % 2 == 0 ? this : other) {
                if (i == 1) {
                    continue;
                }
                if (i == 4) {
                    break;
                }
                sum += i;
            }
        }
        while (true) {
            synchronized (other) {
                if (++sum > 10) {
                    return sum;
                }
            }
        }
    }

    private String returns(int i) {
        synchronized (this) {
            if (i == 1) {
                synchronized (other) {
                    return "one";
                }
            }
            long twice = i * 2L;
            if (i == 2) {
                return "two" + twice;
            }
        }
        return "other";
    }

    private String finallyAround(int i) {
        try {
            synchronized (this) {
                return "" + 6 / i;
            }
        } catch (ArithmeticException e) {
            return "caught" + Thread.holdsLock(this);
        } finally {
            synchronized (other) {
                value += Thread.holdsLock(this) ? 100 : 1;
            }
        }
    }

    private String catchAround(int i) {
        String before = "a";
        try {
            synchronized (this) {
                thrower(i);
                before = "b";
            }
        } catch (IllegalArgumentException e) {
            return before + Thread.holdsLock(this);
        }
        return before;
    }

    private String catchInside(int i) {
        synchronized (this) {
            try {
                thrower(i);
                return "fine";
            } catch (IllegalArgumentException e) {
                return "inside" + Thread.holdsLock(this);
            } finally {
                value++;
            }
        }
    }

    private Object thrower(int i) {
        synchronized (other) {
            if (i == 0) {
                throw new IllegalArgumentException();
            }
            return i;
        }
    }

    private static Object locked(Object monitor) {
        synchronized (monitor) {
            return monitor;
        }
    }

    private String wide(long a, double b, int c, long d) {
        double sum = a + b;
        synchronized (this) {
            long more = c + d;
            synchronized (other) {
                float f = 1.5f;
                if (more > 3) {
                    sum += more * f;
                }
            }
            return "" + sum;
        }
    }

    private String waits() throws InterruptedException {
        synchronized (other) {
            other.wait(1L);
            other.notifyAll();
            return "" + Thread.holdsLock(other);
        }
    }

    private Supplier<String> supplier(int i) {
        return () -> {
            synchronized (other) {
                return i + "" + Thread.holdsLock(other);
            }
        };
    }

    private int[] array(int[] numbers) {
        synchronized (numbers) {
            numbers[1] += numbers[0];
        }
        return numbers;
    }

    private int switched(int i) {
        synchronized (this) {
            switch (i) {
                case 1:
                    return 10;
                case 2:
                    synchronized (other) {
                        value++;
                    }
                    break;
                default:
                    value += 3;
            }
        }
        switch (i) {
            case 1000:
                return 1;
            case 2:
                synchronized (other) {
                    return 20;
                }
            default:
                return 30;
        }
    }

    private Object notifyUnowned() {
        other.notify();
        return "";
    }

    /** Its constructor locks what is not yet complete. */
    private final class Inner {
        final String result;

        Inner(int i) {
            String made;
            synchronized (this) {
                synchronized (other) {
                    made = i % 2 == 0 ? "even" : "odd";
                }
            }
            result = made + Thread.holdsLock(this);
        }
    }
}

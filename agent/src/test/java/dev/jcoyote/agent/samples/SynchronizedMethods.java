package dev.jcoyote.agent.samples;

import java.util.concurrent.Callable;

/** Synchronized methods with all kinds of parameters and ways out. */
public final class SynchronizedMethods implements Callable<String> {
    private int rounds;

    @Override
    public String call() {
        StringBuilder text = new StringBuilder();
        text.append(widths(1L, 2.5, 5, "q")).append(' ');
        text.append(widths(1L, 2.5, 500, "q")).append(' ');
        text.append(widths(1L, 2.0, 1, null)).append(' ');
        text.append(joined("a", "b")).append(' ');
        nothing();
        loopFirst();
        text.append(rounds).append(' ');
        text.append(nested(3)).append(' ');
        try {
            thrower(0);
        } catch (IllegalArgumentException e) {
            text.append(e.getMessage());
        }
        text.append(Thread.holdsLock(this)).append(Thread.holdsLock(SynchronizedMethods.class));
        return text.append(held()).append(heldByClass()).toString();
    }

    private synchronized long widths(long a, double b, int c, Object o) {
        long result = a;
        if (c > 3) {
            for (int i = 0; i < c; i++) {
                double d = b * i;
                result += (long) d;
                if (result > 1000) {
                    return result;
                }
            }
        } else {
            try {
                if (o == null) {
                    throw new IllegalStateException("none");
                }
                result += 7;
            } catch (IllegalStateException e) {
                return -1;
            } finally {
                result++;
            }
        }
        return result;
    }

    private static synchronized String joined(String... parts) {
        String all = "";
        for (String part : parts) {
            all += part;
        }
        return all;
    }

    private static synchronized void nothing() {}

    private synchronized void loopFirst() {
        while (true) {
            if (++rounds > 5) {
                return;
            }
        }
    }

    private synchronized int nested(int depth) {
        synchronized (SynchronizedMethods.class) {
            return depth == 0 ? 0 : 1 + nested(depth - 1);
        }
    }

    private static synchronized void thrower(int i) {
        if (i == 0) {
            throw new IllegalArgumentException("thrown ");
        }
    }

    private synchronized boolean held() {
        return Thread.holdsLock(this);
    }

    private static synchronized boolean heldByClass() {
        return Thread.holdsLock(SynchronizedMethods.class);
    }
}

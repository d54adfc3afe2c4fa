package com.example;

import dev.jcoyote.SystematicTesting;
import java.util.concurrent.atomic.AtomicInteger;

public final class CounterCheck {
    private CounterCheck() {}

    public static void main(String[] arguments) {
        SystematicTesting.run(() -> {
            AtomicInteger counter = new AtomicInteger();
            Thread other = new Thread(() -> counter.incrementAndGet());
            other.start();
            counter.incrementAndGet();
            other.join();
            check(counter.get());
        });
        System.out.println("Atomic increments: no bug found");
        SystematicTesting.run(() -> {
            AtomicInteger counter = new AtomicInteger();
            Thread other = new Thread(() -> counter.set(counter.get() + 1));
            other.start();
            counter.set(counter.get() + 1);
            other.join();
            check(counter.get());
        });
    }

    private static void check(int count) {
        if (count != 2) {
            throw new IllegalStateException("2 increments, but the count is " + count);
        }
    }
}

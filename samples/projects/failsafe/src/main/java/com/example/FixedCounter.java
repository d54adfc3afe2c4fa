package com.example;

import java.util.concurrent.atomic.AtomicInteger;

public final class FixedCounter {
    private final AtomicInteger value = new AtomicInteger();

    public void increment() {
        value.incrementAndGet();
    }

    public int value() {
        return value.get();
    }
}

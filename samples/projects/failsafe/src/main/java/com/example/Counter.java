package com.example;

import java.util.concurrent.atomic.AtomicInteger;

public final class Counter {
    private final AtomicInteger value = new AtomicInteger();

    public void increment() {
        value.set(value.get() + 1);
    }

    public int value() {
        return value.get();
    }
}

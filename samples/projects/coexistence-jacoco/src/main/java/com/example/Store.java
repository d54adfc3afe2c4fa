package com.example;

import java.util.function.Supplier;

/** Makes a value once, when it is first asked for. */
final class Store {
    private final Supplier<String> source;
    private volatile String value;
    private int made;

    Store(Supplier<String> source) {
        this.source = source;
    }

    String get() {
        String known = value;
        if (known == null) {
            known = make();
        }
        return known;
    }

    synchronized String make() {
        if (value == null) {
            made++;
            value = source.get();
        }
        return value;
    }

    synchronized int made() {
        return made;
    }
}

package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrderTest {
    private final AtomicInteger orders = new AtomicInteger();

    private void order() {
        orders.set(orders.get() + 1);
    }

    @Test
    void bothOrdersCount() throws InterruptedException {
        Thread other = new Thread(this::order);
        other.start();
        Thread.sleep(1_000);
        order();
        other.join();
        assertEquals(2, orders.get());
    }

    @Test
    void oneOrderCounts() {
        order();
        assertEquals(1, orders.get());
    }
}

package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Ordinary tests: a run that names them in {@code jcoyote.tests} explores them, with the same coverage. */
class StoreTest {
    @Test
    void makesItsValueOnce() throws InterruptedException {
        String text = "value";
        Store store = new Store(text::toString);
        Thread other = new Thread(store::get);
        other.start();
        assertEquals("value", store.get());
        other.join();
        assertEquals("value", store.get());
        assertEquals(1, store.made());
    }

    @Test
    void makesNoSecondValue() {
        Store store = new Store(() -> "value");
        assertEquals(store.make(), store.make());
        assertEquals(1, store.made());
    }
}

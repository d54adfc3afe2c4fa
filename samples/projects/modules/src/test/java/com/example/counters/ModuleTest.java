package com.example.counters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ModuleTest {
    @Test
    void testsRunInTheModule() {
        assertEquals("com.example.counters", ModuleTest.class.getModule().getName());
    }
}

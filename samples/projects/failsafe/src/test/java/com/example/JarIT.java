package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JarIT {
    @Test
    void theCodeComesFromTheJar() {
        String place = Counter.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        assertTrue(place.endsWith("failsafe-1.0.jar"), place);
    }
}

package com.example;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HomeTest {
    @Test
    void theHomeCannotBeWritten() {
        Path home = Path.of(System.getProperty("user.home"));
        assertThrows(IOException.class, () -> Files.createDirectories(home.resolve(".cache")));
        assertThrows(
                IOException.class,
                () -> Files.createDirectories(Path.of(System.getenv("HOME")).resolve(".cache")));
    }
}

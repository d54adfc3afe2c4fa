package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransformationFailuresTest {
    @Test
    void eachFailureIsOneLineInTheOrderOfTheNames() {
        TransformationFailures failures = new TransformationFailures();
        failures.add("b/Second", new VerifyError("Bad type\nException Details:"));
        failures.add("a/First", new IllegalStateException("no"));
        failures.add("a/First", new IllegalStateException("no"));

        assertEquals(
                List.of("a.First: java.lang.IllegalStateException: no", "b.Second: java.lang.VerifyError: Bad type"),
                failures.lines());
    }
}

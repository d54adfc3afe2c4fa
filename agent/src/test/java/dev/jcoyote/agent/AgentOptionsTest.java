package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgentOptionsTest {
    @Test
    void optionsAreSeparatedBySemicolonsAndPackagesByCommas() {
        AgentOptions options = AgentOptions.parse("include=a.b, c ;exclude=d;plain");

        assertEquals(List.of("a/b", "c"), options.include());
        assertEquals(List.of("d"), options.exclude());
        assertTrue(options.plainAccesses());
    }

    @Test
    void nothingIsTheDefault() {
        assertEquals(AgentOptions.none(), AgentOptions.parse(""));
    }

    @Test
    void anUnknownOptionIsNamed() {
        String message = assertThrows(IllegalArgumentException.class, () -> AgentOptions.parse("plan"))
                .getMessage();

        assertTrue(message.contains("'plan'"), message);
    }
}

package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.bridge.EnvironmentHooks;
import dev.jcoyote.bridge.Hooks;
import dev.jcoyote.bridge.ThreadLifeHooks;
import dev.jcoyote.install.InstallationException;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstallationTest {
    @Test
    void theBridgeIsInTheBootLoader() {
        assertNull(Hooks.class.getClassLoader());
        assertNull(ThreadLifeHooks.class.getClassLoader());
        assertNull(EnvironmentHooks.class.getClassLoader());
    }

    @Test
    void noClassFailedToTransform() {
        assertEquals(List.of(), JcoyoteAgent.failures().all());
    }

    @Test
    void immutableSetsIterateInTheSameOrderInEveryJvm() {
        assertEquals(List.of(4, 3, 2, 1), List.copyOf(Set.of(1, 2, 3, 4)));
    }

    @Test
    void aSecondAgentDoesNothing() {
        Instrumentation instrumentation = JcoyoteAgent.instrumentation();
        assertNotNull(instrumentation);

        assertFalse(JcoyoteAgent.start(null, instrumentation));
        assertTrue(JcoyoteAgent.describe().contains("with no effect"), JcoyoteAgent.describe());
    }

    @Test
    void aSecondInstallationDoesNothing() {
        new AgentInstaller().install(InstallationTest.class);
    }

    @Test
    void otherJvmsAreRefusedWithOneMessage() {
        assertDoesNotThrow(() -> JvmSupport.check(25, "OpenJDK 64-Bit Server VM"));
        String old = assertThrows(InstallationException.class, () -> JvmSupport.check(11, "OpenJDK 64-Bit Server VM"))
                .getMessage();
        assertTrue(old.contains("JDK 17") && old.contains("JDK 11"), old);
        assertThrows(InstallationException.class, () -> JvmSupport.check(21, "Eclipse OpenJ9 VM"));
    }
}

package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeWaitMethodsTest {
    private static final String LOOKUPS = "java/net/InetAddressImpl";

    /** How long it takes depends on the machine: others that ran meanwhile would make another execution of it. */
    @ParameterizedTest
    @ValueSource(strings = {"lookupAllHostAddr", "getHostByAddr"})
    void nobodyRunsWhileANameIsLookedUp(String lookup) {
        assertFalse(NativeWaitMethods.waits("java/net/InetAddress$PlatformResolver", LOOKUPS, lookup));
        assertFalse(NativeWaitMethods.waits("java/net/InetAddress$PlatformNameService", LOOKUPS, lookup));
    }

    @Test
    void othersRunWhileASocketWaits() {
        assertTrue(NativeWaitMethods.waits("sun/nio/ch/NioSocketImpl", "sun/nio/ch/Net", "poll"));
    }
}

package dev.jcoyote.agent;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** The flags of the JVM, asked only when something went wrong: the management API costs a start 50 ms. */
final class JvmFlags {
    private JvmFlags() {}

    static boolean isOn(String flag) {
        return "true".equals(value(flag));
    }

    static boolean isOff(String flag) {
        return "false".equals(value(flag));
    }

    /** The value of a flag; null if this JVM has no such flag or its runtime no module that tells. */
    private static @Nullable String value(String flag) {
        if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
            return null;
        }
        try {
            return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption(flag)
                    .getValue();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

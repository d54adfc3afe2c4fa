package dev.jcoyote.agent;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Instruments the JVM of the tests before the first test class is loaded. */
public final class AttachAgent implements LauncherSessionListener {
    /** Called by {@link java.util.ServiceLoader}. */
    public AttachAgent() {}

    @Override
    public void launcherSessionOpened(LauncherSession opened) {
        new AgentInstaller().install(AttachAgent.class);
    }
}

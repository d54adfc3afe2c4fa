package dev.jcoyote.agent;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Instruments the JVM of the tests before the first test class is loaded. */
public final class AttachAgent implements LauncherSessionListener {
    /** Called by {@link java.util.ServiceLoader}. */
    public AttachAgent() {}

    @Override
    public void launcherSessionOpened(LauncherSession opened) {
        try {
            // One class of the scenarios that the agent comes too late for.
            Class.forName("dev.jcoyote.scenarios.LoadedEarly", false, AttachAgent.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        new AgentInstaller().install(AttachAgent.class);
    }
}

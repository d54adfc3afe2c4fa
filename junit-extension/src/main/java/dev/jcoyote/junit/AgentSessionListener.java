package dev.jcoyote.junit;

import dev.jcoyote.testing.Attachment;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Instruments the JVM of the tests before test classes are loaded. JUnit finds it on the class path.
 *
 * <p>It attaches the agent whenever this artifact is on the class path, without asking whether there are systematic
 * tests: only discovery can tell, and discovery loads the test classes. That costs a test run about 0.3 s, and nothing
 * if the JVM was started with the agent. If the agent cannot be attached, systematic tests fail and say why; other tests
 * run as ever.
 *
 * <p>Surefire before 3.5.4 loads test classes before it opens the session: they are instrumented then as far as loaded
 * classes can be, which leaves out their synchronized methods. The classes that they test are not affected.
 */
public final class AgentSessionListener implements LauncherSessionListener {
    /** Called by {@link java.util.ServiceLoader}. */
    public AgentSessionListener() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Attachment.OF_THIS_JVM.attach();
    }
}

package dev.jcoyote.junit;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Has JUnit register the extension for all tests if the run names {@linkplain UneditedTests unedited tests}: nothing in
 * their code does. JUnit finds the listener, and by its automatic detection the extension, on the class path.
 */
public final class UneditedTestsListener implements LauncherSessionListener {
    private static final String DETECTION = "junit.jupiter.extensions.autodetection.enabled";

    /** Since Jupiter 5.11: which extensions may be detected. */
    private static final String DETECTED = "junit.jupiter.extensions.autodetection.include";

    /** Called by {@link java.util.ServiceLoader}. */
    public UneditedTestsListener() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (UneditedTests.OF_THIS_RUN.areAsked() && !Boolean.getBoolean(DETECTION)) {
            System.setProperty(DETECTION, "true");
            System.setProperty(DETECTED, SystematicTestExtension.class.getName());
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (UneditedTests.OF_THIS_RUN.areAsked() && !UneditedTests.OF_THIS_RUN.wereMet()) {
            System.err.println("[jcoyote] No test of this run matches " + UneditedTests.PROPERTY + "="
                    + System.getProperty(UneditedTests.PROPERTY)
                    + ": name them as Class#method, with * for any characters.");
        }
    }
}

package dev.jcoyote.junit;

import dev.jcoyote.testing.Replay;
import dev.jcoyote.testing.RunParameters;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Sees to it that what a run asks for by its parameters is done, or that somebody is told.
 *
 * <p>If the run wants {@linkplain UneditedTests unedited tests} to be systematic, JUnit has to register the extension for
 * all tests: it finds the listener, and by its automatic detection the extension, on the class path.
 */
public final class RunListener implements LauncherSessionListener {
    private static final AtomicBoolean REPLAYED = new AtomicBoolean();

    /** Called by {@link java.util.ServiceLoader}. */
    public RunListener() {}

    /** A test has found that the schedule of the run is its own. */
    static void replayed() {
        REPLAYED.set(true);
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (UneditedTests.OF_THIS_RUN.areAsked()) {
            ExtensionDetection.include(SystematicTestExtension.class);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (UneditedTests.OF_THIS_RUN.areNamed() && !UneditedTests.OF_THIS_RUN.wereMet()) {
            tell("No test of this run matches " + RunParameters.TESTS + "="
                    + System.getProperty(RunParameters.TESTS)
                    + ": name them as Class#method, with * for any characters.");
        }
        Path schedule = RunParameters.ofSystem().replay();
        if (schedule != null && !REPLAYED.get()) {
            tell("Nothing was replayed: " + reason(schedule) + ".");
        }
    }

    private static @Nullable String reason(Path schedule) {
        try {
            return Replay.read(schedule).owner() + ", which this run did not reach";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static void tell(String message) {
        System.err.println("[jcoyote] " + message);
    }
}

package dev.jcoyote.junit.discovery;

import dev.jcoyote.testing.Attachment;
import dev.jcoyote.testing.RunParameters;
import java.util.function.Predicate;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Instruments the JVM of the tests before test classes are loaded, if there are systematic tests among them. JUnit finds
 * it on the class path.
 *
 * <p>Whether there are some is told from the class files in the directories of the class path, without loading a class.
 * If there are none, nothing happens. Otherwise the agent attaches at once; or, where the runner hands over names of
 * classes, as soon as a request leads to one of them. A systematic test that was not seen, such as one in a jar,
 * attaches the agent itself.
 *
 * <p>If the agent cannot be attached, systematic tests fail and say why; other tests run as ever.
 *
 * <p>Surefire before 3.5.4 loads test classes before it opens the session: they are instrumented then as far as loaded
 * classes can be. The classes that they test are not affected.
 */
public final class AgentSessionListener implements LauncherSessionListener {
    /** Called by {@link java.util.ServiceLoader}. */
    public AgentSessionListener() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (isWanted(name -> System.getProperty(name) != null)) {
            Attachment.OF_THIS_JVM.attach();
            return;
        }
        SystematicClasses classes = SystematicClasses.ofThisRun();
        if (!classes.isEmpty() && !Runner.handsOverNames(AgentSessionListener.class.getClassLoader())) {
            Attachment.OF_THIS_JVM.attach();
            return;
        }
        session.getLauncher().registerLauncherDiscoveryListeners(new Discoveries(classes));
    }

    private static boolean isWanted(Predicate<String> given) {
        return given.test(RunParameters.TESTS) || given.test(RunParameters.REPLAY);
    }

    /** Attaches the agent when a request leads to a systematic test. */
    private record Discoveries(SystematicClasses classes) implements LauncherDiscoveryListener {
        @Override
        public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
            if (isWanted(name -> request.getConfigurationParameters().get(name).isPresent())
                    || new Selection(request).mayReach(classes.leading())) {
                Attachment.OF_THIS_JVM.attach();
            }
        }
    }
}

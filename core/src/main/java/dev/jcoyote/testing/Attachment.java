package dev.jcoyote.testing;

import dev.jcoyote.SystematicTesting;
import dev.jcoyote.install.InstallationException;
import dev.jcoyote.install.Installer;
import dev.jcoyote.install.Packages;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The instrumentation of a JVM: tried once, and what went wrong is kept for the tests that need it. */
public final class Attachment {
    /** That of the JVM that runs this. */
    public static final Attachment OF_THIS_JVM = new Attachment(Installer::find);

    private final Supplier<Installer> installers;
    private boolean tried;
    private @Nullable InstallationException failure;

    Attachment(Supplier<Installer> installers) {
        this.installers = installers;
    }

    /** Instruments the JVM unless that was tried before. */
    public synchronized void attach() {
        if (tried) {
            return;
        }
        tried = true;
        try {
            Installer installer = installers.get();
            installer.install(SystematicTesting.class);
            // Before the classes of the tests are loaded, of which only the system properties tell.
            installer.instrumentPackages(RunParameters.ofSystem().packages(Packages.USUAL));
        } catch (InstallationException e) {
            failure = e;
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            failure = new InstallationException("The agent could not be installed: " + e, e);
        }
    }

    /**
     * Instruments the JVM unless that was done.
     *
     * @throws InstallationException if it cannot be instrumented, now or when it was tried
     */
    public synchronized void require() {
        attach();
        if (failure != null) {
            throw new InstallationException(String.valueOf(failure.getMessage()), failure);
        }
    }
}

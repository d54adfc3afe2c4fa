package dev.jcoyote.install;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Instruments the JVM that it runs in. The agent implements it; {@link ServiceLoader} finds it.
 *
 * <p>No class of {@code dev.jcoyote.bridge} may be used before {@link #install} has returned: the call defines them in
 * the boot loader, where instrumented JDK classes can reach them.
 */
public interface Installer {
    /**
     * Attaches the agent if it is not there yet, and opens to the caller's module what the scheduler needs of the JDK.
     * Calling it again does nothing.
     *
     * @param user a class of the library's core, whose module gets access
     * @throws InstallationException if this JVM cannot be instrumented
     */
    void install(Class<?> user);

    /**
     * Which accesses get a scheduling point besides volatile ones, from the next execution on.
     *
     * @param plainAccesses whether plain fields and array elements do, too
     */
    void instrumentPlainAccesses(boolean plainAccesses);

    /** Whether accesses of plain fields and array elements can be heard, in classes loaded from now on: by default they can. */
    void instrumentRaces(boolean races);

    /** Which packages get scheduling points and which do not, in classes loaded from now on. */
    void instrumentPackages(Packages packages);

    /**
     * Gives the classes of {@code java.util.concurrent} and the collections of {@code java.util} scheduling points, or
     * takes them away.
     */
    void instrumentJdk(boolean deep);

    /**
     * The classes of this JVM that could not be instrumented, and so run outside control: one line each, the name and
     * the cause, in the order of their names.
     */
    List<String> problems();

    /** Which variables hold what the code of a class creates, calls and accesses, in the order of the code. */
    List<VariableUse> variables(byte[] classFile);

    /**
     * The agent's.
     *
     * @throws InstallationException if the agent is not there, or could not run
     */
    static Installer find() {
        if (ModuleLayer.boot().findModule("java.instrument").isEmpty()) {
            throw new InstallationException("This Java runtime has no module java.instrument, without which no agent"
                    + " runs. Use a whole JDK, or add it: jlink --add-modules java.instrument,jdk.attach,...");
        }
        return ServiceLoader.load(Installer.class, Installer.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new InstallationException(
                        "The agent is not on the class path. Add the artifact dev.jcoyote:jcoyote-agent."));
    }
}

package dev.jcoyote.agent;

import dev.jcoyote.install.InstallationException;
import dev.jcoyote.install.Installer;
import dev.jcoyote.install.Packages;
import dev.jcoyote.install.VariableUse;
import java.lang.instrument.Instrumentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instruments the running JVM, by attaching to it if it was started without the agent. */
public final class AgentInstaller implements Installer {
    /** Classes whose static fields hold pools: initialised outside control, they hold the JVM's and not an execution's. */
    private static final String[] POOL_OWNERS = {
        "java.util.concurrent.ForkJoinPool",
        "java.util.concurrent.CompletableFuture",
        "java.util.concurrent.SubmissionPublisher"
    };

    /** Called by {@link java.util.ServiceLoader}. */
    public AgentInstaller() {}

    @Override
    public void install(Class<?> user) {
        Instrumentation instrumentation = attach();
        ModuleAccess.grant(instrumentation, user.getModule());
        for (String name : POOL_OWNERS) {
            initialise(name);
        }
        JcoyoteAgent.installed().catchUp();
    }

    @Override
    public void instrumentPlainAccesses(boolean plainAccesses) {
        JcoyoteAgent.installed().plainAccesses(plainAccesses);
    }

    @Override
    public void instrumentRaces(boolean races) {
        JcoyoteAgent.installed().races(races);
    }

    @Override
    public void instrumentJdk(boolean deep) {
        JcoyoteAgent.installed().deep(deep);
    }

    @Override
    public void instrumentPackages(Packages packages) {
        JcoyoteAgent.installed().packages(Packages.names(packages.include()), Packages.names(packages.exclude()));
    }

    @Override
    public List<String> problems() {
        return JcoyoteAgent.failures().lines();
    }

    @Override
    public List<VariableUse> variables(byte[] classFile) {
        return VariableReader.read(classFile);
    }

    private static Instrumentation attach() {
        @Nullable Instrumentation present = JcoyoteAgent.instrumentation();
        if (present != null) {
            return present;
        }
        JvmSupport.require();
        Instrumentation attached = SelfAttachment.attach();
        JcoyoteAgent.start(null, attached);
        return attached;
    }

    private static void initialise(String name) {
        try {
            Class.forName(name, true, null);
        } catch (ClassNotFoundException e) {
            throw new InstallationException("This JDK has no class " + name + ".", e);
        }
    }
}

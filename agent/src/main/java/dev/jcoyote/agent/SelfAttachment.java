package dev.jcoyote.agent;

import dev.jcoyote.install.InstallationException;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.Optional;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;

/** Attaches an agent to the JVM that runs this, or says why that is impossible and what to do instead. */
final class SelfAttachment {
    /** Where settings of the JVM may come from besides its own command line. */
    private static final String[] OPTION_VARIABLES = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"};

    private static volatile boolean expecting;
    private static volatile @Nullable Instrumentation received;

    private SelfAttachment() {}

    /** Takes what the JVM gives to the agent that it loads, if this class has asked for it. */
    static boolean accept(Instrumentation given) {
        if (!expecting) {
            return false;
        }
        received = given;
        return true;
    }

    /**
     * Attaches.
     *
     * @throws InstallationException if this JVM does not let itself be attached to
     */
    static Instrumentation attach() {
        if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
            throw new InstallationException(refusal("its Java runtime has no module jdk.attach"));
        }
        @Nullable Instrumentation direct = attachDirectly();
        if (direct != null) {
            return direct;
        }
        try {
            return ByteBuddyAgent.install();
        } catch (IllegalStateException e) {
            throw new InstallationException(refusal(reason(e)), e);
        }
    }

    /** Attaches without a second JVM, which takes a third of the time; null where that is not possible. */
    private static @Nullable Instrumentation attachDirectly() {
        Optional<Path> jar = AgentJar.file();
        boolean seesOurClass = SelfAttachment.class.getClassLoader() == ClassLoader.getSystemClassLoader();
        if (jar.isEmpty() || !seesOurClass || !AttachSocket.isSupported() || mayBeForbidden()) {
            return null;
        }
        expecting = true;
        try {
            new AttachSocket().load(jar.get());
        } catch (IOException e) {
            // The other way has the better words for what is wrong, if it does not work either.
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            expecting = false;
        }
        return received;
    }

    /** Whether the signal would print the stacks of all threads instead. */
    private static boolean mayBeForbidden() {
        StringBuilder options = new StringBuilder();
        for (String argument : ProcessHandle.current().info().arguments().orElse(new String[] {"@"})) {
            options.append(argument).append('\n');
        }
        for (String name : OPTION_VARIABLES) {
            options.append(System.getenv(name)).append('\n');
        }
        boolean elsewhere =
                options.indexOf("@") >= 0 || options.indexOf("Flags") >= 0 || options.indexOf("VMOptionsFile") >= 0;
        boolean named = options.indexOf("DisableAttachMechanism") >= 0;
        return (named || elsewhere) && !JvmFlags.isOff("DisableAttachMechanism");
    }

    private static String reason(IllegalStateException failure) {
        if (JvmFlags.isOn("DisableAttachMechanism")) {
            return "it was started with -XX:+DisableAttachMechanism";
        }
        if (JvmFlags.isOff("EnableDynamicAgentLoading")) {
            return "it was started with -XX:-EnableDynamicAgentLoading";
        }
        Throwable cause = failure;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            cause = next;
        }
        String detail = cause == failure ? "" : " (" + cause + ")";
        return failure.getMessage() + detail;
    }

    private static String refusal(String reason) {
        String option = AgentJar.option();
        return "The agent cannot attach itself to this JVM: " + reason + ". Start the JVM with the agent instead: "
                + option + "\nFor Surefire and Failsafe, in the plugin's <configuration>: <argLine>" + option
                + "</argLine>";
    }
}

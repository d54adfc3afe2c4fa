package dev.jcoyote.agent;

import dev.jcoyote.install.InstallationException;
import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Attaches an agent to the JVM that runs this, or says why that is impossible and what to do instead. */
final class SelfAttachment {
    private SelfAttachment() {}

    /**
     * Attaches.
     *
     * @throws InstallationException if this JVM does not let itself be attached to
     */
    static Instrumentation attach() {
        if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
            throw new InstallationException(refusal("its Java runtime has no module jdk.attach"));
        }
        try {
            return ByteBuddyAgent.install();
        } catch (IllegalStateException e) {
            throw new InstallationException(refusal(reason(e)), e);
        }
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

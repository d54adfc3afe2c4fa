package dev.jcoyote.agent;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The jar that the agent comes in, as users name it on a command line. */
final class AgentJar {
    private AgentJar() {}

    /** The JVM's option that starts it with the agent. */
    static String option() {
        String location = ClassFilter.location(AgentJar.class.getProtectionDomain());
        return "-javaagent:" + path(location);
    }

    /** The jar; empty if the agent comes in none, or in one that the JVM could not be told. */
    static Optional<Path> file() {
        String location = ClassFilter.location(AgentJar.class.getProtectionDomain());
        if (location == null || !location.startsWith("file:") || !location.endsWith(".jar")) {
            return Optional.empty();
        }
        Path path = Path.of(path(location));
        // What follows such a character would be options of the agent.
        return path.toString().indexOf('=') < 0 ? Optional.of(path) : Optional.empty();
    }

    /** The path of a jar at that location; something to fill in where there is none, as inside a build of the agent. */
    static String path(@Nullable String location) {
        if (location != null && location.startsWith("file:") && location.endsWith(".jar")) {
            try {
                return new File(new URI(location)).getPath();
            } catch (URISyntaxException e) {
                return location.substring("file:".length());
            }
        }
        return "<path of jcoyote-agent.jar>";
    }
}

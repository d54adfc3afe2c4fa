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
        return "-javaagent:" + path(location());
    }

    /** The jar; empty if the agent comes in none, or in one that the JVM could not be told. */
    static Optional<Path> file() {
        // What follows such a character would be options of the agent.
        return jar(location()).filter(path -> path.indexOf('=') < 0).map(Path::of);
    }

    /** The path of a jar at that location; something to fill in where there is none, as inside a build of the agent. */
    static String path(@Nullable String location) {
        return jar(location).orElse("<path of jcoyote-agent.jar>");
    }

    /** The path of the jar; null if the agent comes in none. */
    static @Nullable String path() {
        return jar(location()).orElse(null);
    }

    private static Optional<String> jar(@Nullable String location) {
        if (location == null || !location.startsWith("file:") || !location.endsWith(".jar")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new File(new URI(location)).getPath());
        } catch (URISyntaxException e) {
            return Optional.of(location.substring("file:".length()));
        }
    }

    private static @Nullable String location() {
        return ClassFilter.location(AgentJar.class.getProtectionDomain());
    }
}

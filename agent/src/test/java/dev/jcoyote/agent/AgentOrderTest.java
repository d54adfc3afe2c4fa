package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentOrderTest {
    @TempDir
    private Path folder;

    @Test
    void onlyAgentsBehindOursFollow() throws IOException {
        String own = option("own.jar", "dev.jcoyote.agent.JcoyoteAgent");
        String other = option("other.jar", "org.example.Agent");

        assertTrue(AgentOrder.othersFollow(new String[] {own, "-Xmx1g", other + "=destfile=a=b"}));
        assertTrue(AgentOrder.othersFollow(new String[] {other, own + "=plain", other}));
        assertFalse(AgentOrder.othersFollow(new String[] {other, own}));
        assertFalse(AgentOrder.othersFollow(new String[] {own}));
        assertFalse(AgentOrder.othersFollow(new String[] {other, "-Dx=y"}));
        assertFalse(AgentOrder.othersFollow(new String[] {"-javaagent:" + folder.resolve("missing.jar")}));
    }

    @Test
    void theOptionNamesTheJarOrWhatToFillIn() {
        assertEquals("/a b/agent.jar", AgentJar.path("file:/a%20b/agent.jar"));
        assertEquals("<path of jcoyote-agent.jar>", AgentJar.path("file:/build/classes/"));
        assertEquals("<path of jcoyote-agent.jar>", AgentJar.path(null));
    }

    private String option(String name, String premainClass) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", premainClass);
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream written = new JarOutputStream(file, manifest)) {
            written.finish();
        }
        return "-javaagent:" + jar;
    }
}

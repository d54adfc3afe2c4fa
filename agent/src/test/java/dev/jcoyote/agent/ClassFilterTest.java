package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassFilterTest {
    private static final ClassLoader LOADER = ClassFilterTest.class.getClassLoader();

    @ParameterizedTest
    @CsvSource({
        "com/acme/Account, APPLICATION",
        "dev/jcoyote/examples/Account, APPLICATION",
        "dev/jcoyote/scenarios/Account, APPLICATION",
        "dev/jcoyotes/Account, APPLICATION",
        "dev/jcoyote/SystematicTesting, TOOL",
        "dev/jcoyote/bridge/Hooks, TOOL",
        "dev/jcoyote/engine/platform/Engine, TOOL",
        "org/junit/jupiter/api/Test, INFRASTRUCTURE",
        "net/bytebuddy/ByteBuddy, INFRASTRUCTURE",
        "org/mockito/Mockito, INFRASTRUCTURE",
        "org/slf4j/Logger, BYSTANDER",
        "ch/qos/logback/classic/Logger, BYSTANDER",
        "java/util/HashMap, JDK",
        "javax/inject/Inject, APPLICATION"
    })
    void namesDecide(String name, ClassFilter.Verdict expected) {
        assertEquals(expected, new ClassFilter(AgentOptions.none(), null).decide(LOADER, name, null));
    }

    @Test
    void bootAndPlatformClassesBelongToTheJdk() {
        ClassFilter filter = new ClassFilter(AgentOptions.none(), null);

        assertEquals(ClassFilter.Verdict.JDK, filter.decide(null, "com/acme/Boot", null));
        assertEquals(
                ClassFilter.Verdict.JDK, filter.decide(ClassLoader.getPlatformClassLoader(), "javax/sql/Pool", null));
    }

    @Test
    void librariesInTheToolsOwnJarBelongToTheTool() throws Exception {
        URL jar = URI.create("file:/opt/tool.jar").toURL();
        ProtectionDomain domain = new ProtectionDomain(new CodeSource(jar, (Certificate[]) null), null);
        ClassFilter filter = new ClassFilter(AgentOptions.none(), "file:/opt/tool.jar");

        assertEquals(ClassFilter.Verdict.TOOL, filter.decide(LOADER, "picocli/CommandLine", domain));
        assertEquals(ClassFilter.Verdict.APPLICATION, filter.decide(LOADER, "dev/jcoyote/examples/A", domain));
    }

    @Test
    void optionsMoveThePointsToTheNamedPackages() {
        ClassFilter filter =
                new ClassFilter(AgentOptions.parse("include=com.acme.log.core,org.slf4j;exclude=com.acme.log"), null);

        assertEquals(ClassFilter.Verdict.APPLICATION, filter.decide(LOADER, "com/acme/Account", null));
        assertEquals(ClassFilter.Verdict.APPLICATION, filter.decide(LOADER, "org/slf4j/Logger", null));
        assertEquals(ClassFilter.Verdict.BYSTANDER, filter.decide(LOADER, "com/acme/log/Appender", null));
        assertEquals(ClassFilter.Verdict.BYSTANDER, filter.decide(LOADER, "ch/qos/logback/classic/Logger", null));
        assertEquals(
                ClassFilter.Verdict.APPLICATION,
                filter.decide(LOADER, "com/acme/log/core/Appender", null),
                "the longer name decides");
        assertEquals(ClassFilter.Verdict.APPLICATION, filter.decide(LOADER, "com/acme/logs/Appender", null));
    }

    @Test
    void anExplorationMovesPackagesAndTheNextOneMovesThemBack() {
        ClassFilter filter = new ClassFilter(AgentOptions.parse("exclude=com.acme.log"), null);
        long before = filter.key();

        filter.packages(List.of("org.slf4j"), List.of("com.acme.Metrics"));
        assertEquals(ClassFilter.Verdict.APPLICATION, filter.decide(LOADER, "org/slf4j/Logger", null));
        assertEquals(ClassFilter.Verdict.BYSTANDER, filter.decide(LOADER, "com/acme/Metrics$Timer", null));
        assertEquals(ClassFilter.Verdict.APPLICATION, filter.decide(LOADER, "com/acme/MetricsPage", null));
        assertNotEquals(before, filter.key(), "what is on disk for other lists is of no use");

        filter.packages(List.of(), List.of());
        assertEquals(ClassFilter.Verdict.BYSTANDER, filter.decide(LOADER, "org/slf4j/Logger", null));
        assertEquals(ClassFilter.Verdict.BYSTANDER, filter.decide(LOADER, "com/acme/log/Appender", null));
        assertEquals(before, filter.key());
        assertEquals(0, new ClassFilter(AgentOptions.none(), null).key());
    }
}

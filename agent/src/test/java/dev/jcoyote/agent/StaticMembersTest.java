package dev.jcoyote.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.agent.cache.Dependencies;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.api.Test;

class StaticMembersTest {
    private static final String SCENARIOS = "dev/jcoyote/scenarios/";

    private final ProgramRewriter rewriter = new ProgramRewriter(
            new HookTable(BridgeFiles.read().hookClassFiles()),
            new KnownClasses(),
            new TransformationFailures(),
            new ClassFilter(AgentOptions.none(), null));

    private List<String> methods(String name, boolean points) throws IOException {
        ClassLoader loader = StaticMembersTest.class.getClassLoader();
        try (InputStream stream = loader.getResourceAsStream(SCENARIOS + name + ".class")) {
            byte[] file = Objects.requireNonNull(stream).readAllBytes();
            byte[] rewritten = rewriter.rewrite(loader, file, points, false, false, new Dependencies())
                    .define();
            return ClassOutline.of(new ClassReader(rewritten == null ? file : rewritten)).methods().stream()
                    .map(ClassOutline.Member::name)
                    .toList();
        }
    }

    @Test
    void aClassWithStaticStateGetsAnInitialiserThatCanRunAgain() throws IOException {
        assertThat(methods("StaticStateScenarios$Lambdas", true))
                .contains("<clinit>", "$jcoyote$ensure", "$jcoyote$initialize", "$jcoyote$clinit", "$jcoyote$statics");
    }

    @Test
    void aClassThatIsLeftAloneHasWhatOthersMayCall() throws IOException {
        assertThat(methods("StaticStateScenarios$Lambdas", false))
                .contains("<clinit>", "$jcoyote$ensure")
                .doesNotContain("$jcoyote$clinit", "$jcoyote$statics");
        assertThat(methods("StaticStateScenarios$Constants", false))
                .contains("<clinit>", "$jcoyote$ensure", "$jcoyote$read$COUNT", "$jcoyote$read$NAMES")
                .doesNotContain("$jcoyote$clinit", "$jcoyote$read$TEXT");
    }

    @Test
    void aClassWithoutStaticStateGetsNothing() throws IOException {
        assertThat(methods("InitialisationScenarios$Registry", true)).contains("$jcoyote$ensure");
        assertThat(methods("InitialisationScenarios$Local", true)).doesNotContain("$jcoyote$ensure");
    }
}

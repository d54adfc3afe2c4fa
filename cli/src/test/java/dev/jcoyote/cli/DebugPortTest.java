package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The port of {@code --debug}: what is wrong with it is said before a JVM starts. */
class DebugPortTest {
    private static final ModuleFinder JDK = ModuleFinder.ofSystem();
    private static final DebugPort ANY = new DebugPort(0);

    @ParameterizedTest
    @CsvSource({"--debug,5005", "--debug=5006,5006", "--debug=0,0", "--debug=65535,65535"})
    void thePortIsTheOneGivenOr5005(String option, int expected) {
        assertThat(DebugPort.of(parse(option)).number()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--debug=-1", "--debug=65536"})
    void aPortThatIsNoneIsRefused(String option) {
        assertThatThrownBy(() -> DebugPort.of(parse(option)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("a port from 0 to 65535")
                .hasMessageContaining(option.substring("--debug=".length()));
    }

    @Test
    void aWordIsNoPort() {
        assertThatThrownBy(() -> DebugPort.of(parse("--debug=five")))
                .isInstanceOf(UsageException.class)
                .hasMessage("--debug takes a whole number, but was given 'five'.");
    }

    @Test
    void aPortInUseIsNamedWithTheWayOut() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            DebugPort taken = new DebugPort(other.getLocalPort());

            assertThatThrownBy(() -> taken.check(List.of(), Map.of(), JDK))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " cannot be used")
                    .hasMessageContaining("--debug=PORT")
                    .hasMessageContaining("--debug=0");
        }
    }

    @Test
    void aJdkWithoutTheDebugAgentIsNamed() {
        assertThatThrownBy(() -> ANY.check(List.of(), Map.of(), ModuleFinder.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("jdk.jdwp.agent")
                .hasMessageContaining(System.getProperty("java.home"))
                .hasMessageContaining("Set JAVA_HOME to a full JDK");
    }

    @Test
    void aSecondDebugAgentIsRefusedWhereverItComesFrom() {
        String agent = "-agentlib:jdwp=transport=dt_socket";
        assertThatThrownBy(() -> ANY.check(List.of("-Xmx1g", agent), Map.of(), JDK))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--jvm-arg " + agent);
        assertThatThrownBy(() -> ANY.check(List.of(), Map.of("JAVA_TOOL_OPTIONS", agent), JDK))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("JAVA_TOOL_OPTIONS");
    }

    @Test
    void aFullJdkAndAnyPortAreFine() {
        assertThatCode(() -> ANY.check(List.of("-Xmx1g"), Map.of("JAVA_TOOL_OPTIONS", "-Xms1m"), JDK))
                .doesNotThrowAnyException();
    }

    @Test
    void theChildWaitsAndIsNotToldToDebugAgain() {
        List<String> command = ChildJvm.command(
                List.of(ANY.jvmArgument()), List.of("-Xmx1g"), "replay", "--debug=0", "app.jar", "x.schedule");

        assertThat(command)
                .contains("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0")
                .contains("-Djcoyote.jvm.arguments=-Xmx1g")
                .containsSubsequence("-Xmx1g", "replay", "app.jar", "x.schedule")
                .doesNotContain("--debug=0");
    }

    private static Arguments parse(String option) {
        Arguments arguments = QuickParser.parse("replay", "app.jar", "x.schedule", option);
        assertThat(arguments).isNotNull();
        return arguments;
    }
}

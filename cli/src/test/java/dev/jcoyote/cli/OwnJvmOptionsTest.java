package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnJvmOptionsTest {
    @Test
    void optionsEndBeforeTheJarOrTheClass() {
        assertThat(options("-Xmx1g -Da=b -jar jcoyote.jar test -v")).containsExactly("-Xmx1g", "-Da=b");
        assertThat(options("-ea -cp a.jar:b.jar dev.Main -q")).containsExactly("-ea");
    }

    @Test
    void anOptionKeepsTheValueThatFollowsIt() {
        assertThat(options("--add-opens java.base/java.lang=ALL-UNNAMED -Xss1m -jar x.jar"))
                .containsExactly("--add-opens", "java.base/java.lang=ALL-UNNAMED", "-Xss1m");
    }

    @Test
    void aCollectorGivesWayToOneThatIsChosen() {
        String[] line = {"-XX:+UseSerialGC", "-Xshare:auto", "-jar", "x.jar"};

        assertThat(OwnJvmOptions.without(List.of("-XX:+UseZGC"), line)).containsExactly("-Xshare:auto");
        assertThat(OwnJvmOptions.without(List.of("-Xmx1g"), line)).containsExactly("-XX:+UseSerialGC", "-Xshare:auto");
    }

    @Test
    void aDebuggersPortIsNotTakenTwice() {
        assertThat(options("-agentlib:jdwp=transport=dt_socket,address=5005 -Xmx1g -jar x.jar"))
                .containsExactly("-Xmx1g");
    }

    private static List<String> options(String line) {
        return OwnJvmOptions.without(List.of(), line.split(" "));
    }
}

package dev.jcoyote.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerTest {
    @ParameterizedTest
    @ValueSource(strings = {"3.6.0", "3.6.1", "3.6.0-M1", "3.10.0", "4.0.0"})
    void surefireHandsOverNamesFrom36On(String version) {
        assertThat(Runner.isNewSurefire(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5.4", "3.2.5", "2.22.2", "null", ""})
    void surefireBeforeLoadsTheClassesItself(String version) {
        assertThat(Runner.isNewSurefire(version)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.junit.platform.console.ConsoleLauncher execute --scan-classpath",
                "/lib/junit-platform-console-standalone-6.1.3.jar execute",
                "com.intellij.rt.junit.JUnitStarter -ideVersion5 -junit5 p.A"
            })
    void theConsoleAndIntellijHandOverNames(String command) {
        assertThat(Runner.isNamer(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worker.org.gradle.process.internal.worker.GradleWorkerMain",
                "org.eclipse.jdt.internal.junit.runner.RemoteTestRunner",
                ""
            })
    void ofOthersItIsNotKnown(String command) {
        assertThat(Runner.isNamer(command)).isFalse();
    }
}

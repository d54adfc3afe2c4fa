package dev.jcoyote.scenarios;

import dev.jcoyote.SystematicTesting;
import dev.jcoyote.engine.Engines;
import dev.jcoyote.install.Installer;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Instruments this JVM, for tests that run executions without an exploration. */
final class Installation {
    private Installation() {}

    /** The engine that the scenarios run on: the one of the system property {@code scenarios.engine}, else any. */
    static String engine() {
        return System.getProperty("scenarios.engine", Engines.AUTO);
    }

    /** The engines of this JDK in turns. */
    static String engineOfTurn(int turn) {
        return turn % 2 == 0 || Runtime.version().feature() < 24 ? "platform" : "fiber";
    }

    /** The engines of this JVM, for tests of what both must do. */
    static Stream<String> engines() {
        return Runtime.version().feature() < 24 ? Stream.of("platform") : Stream.of("platform", "fiber");
    }

    /** Does it, unless it is done already. No scenario class may be loaded before. */
    static void ensure() {
        ServiceLoader.load(Installer.class).findFirst().orElseThrow().install(SystematicTesting.class);
    }
}

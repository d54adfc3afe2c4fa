package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcoyote.TestBody;
import dev.jcoyote.schedule.Schedule;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramLoaderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "picocli.CommandLine",
                "com.google.gson.Gson",
                "org.slf4j.Logger",
                "org.junit.jupiter.api.Test",
                "dev.jcoyote.cli.Main",
                "dev.jcoyote.examples.Anything",
            })
    void whatTheCommandLineUsesIsInvisible(String name) throws Exception {
        try (ProgramLoader loader = new ProgramLoader(new URL[0])) {
            assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
            assertThat(loader.getResource(name.replace('.', '/') + ".class")).isNull();
        }
    }

    @Test
    void theApiIsOurOwn() throws Exception {
        try (ProgramLoader loader = new ProgramLoader(new URL[0])) {
            assertThat(loader.loadClass(TestBody.class.getName())).isSameAs(TestBody.class);
            assertThat(loader.loadClass(Schedule.class.getName())).isSameAs(Schedule.class);
            assertThat(loader.getResource("dev/jcoyote/TestBody.class")).isNotNull();
        }
    }

    @Test
    void theProgramsCopyOfTheApiIsNotLoaded() throws Exception {
        Path copy = Programs.compile(
                folder, List.of(), "dev/jcoyote/TestBody.java\npackage dev.jcoyote; public interface TestBody {}");

        try (ProgramLoader loader = new ProgramLoader(new URL[] {copy.toUri().toURL()})) {
            assertThat(loader.loadClass("dev.jcoyote.TestBody")).isSameAs(TestBody.class);
        }
    }

    @Test
    void packagesOfOursThatTheCommandLineLacksComeFromTheProgram() throws Exception {
        Path program = Programs.compile(
                folder,
                List.of(),
                "dev/jcoyote/junit/Extension.java\npackage dev.jcoyote.junit; public class Extension {}",
                "dev/jcoyote/examples/Example.java\npackage dev.jcoyote.examples; public class Example {}");

        try (ProgramLoader loader = new ProgramLoader(new URL[] {program.toUri().toURL()})) {
            assertThat(loader.loadClass("dev.jcoyote.junit.Extension").getClassLoader())
                    .isSameAs(loader);
            assertThat(loader.loadClass("dev.jcoyote.examples.Example").getClassLoader())
                    .isSameAs(loader);
        }
    }

    @Test
    void modulesOfTheJdkBeyondTheBaseAreVisible() throws Exception {
        try (ProgramLoader loader = new ProgramLoader(new URL[0])) {
            assertThat(loader.loadClass("java.sql.Connection")).isNotNull();
        }
    }
}

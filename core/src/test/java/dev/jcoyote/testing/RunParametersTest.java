package dev.jcoyote.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunParametersTest {
    @TempDir
    private Path project;

    @Test
    void outputGoesWhereTheBuildToolWritesItsOwn() throws IOException {
        assertThat(RunParameters.output(project)).isEqualTo(project.resolve("jcoyote-output"));
        Files.createDirectory(project.resolve("build"));
        assertThat(RunParameters.output(project)).isEqualTo(project.resolve("build/jcoyote"));
        Files.createDirectory(project.resolve("target"));
        assertThat(RunParameters.output(project)).isEqualTo(project.resolve("target/jcoyote"));
    }

    @Test
    void anEngineIsTakenAsItIsWrittenAndABlankOneIsNone() {
        assertThat(new RunParameters(name -> name.equals("jcoyote.engine") ? " platform " : null).engine())
                .contains("platform");
        assertThat(new RunParameters(name -> "  ").engine()).isEmpty();
    }
}

package dev.jcoyote.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages tell users to write is what the sample projects have. */
class BuildToolsPageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PROJECTS = ROOT.resolve("samples/projects");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)$(.*?)^```$");

    @ParameterizedTest
    @CsvSource({
        "docs/guide/build-tools.md, xml, pom.xml, 7",
        "docs/guide/build-tools.md, kotlin, .kt, 1",
        "docs/guide/build-tools.md, java, .java, 1",
        "README.md, xml, pom.xml, 1"
    })
    void everySnippetStandsInAProject(String page, String language, String kind, int least) throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path file : files(kind)) {
            sources.add(normal(Files.readString(file)));
        }
        List<String> snippets = snippets(page, language);

        assertThat(snippets).hasSizeGreaterThanOrEqualTo(least);
        assertThat(snippets)
                .allSatisfy(snippet -> assertThat(sources)
                        .anySatisfy(source -> assertThat(source).contains(normal(snippet))));
    }

    @Test
    void theReadmesTestIsTheSampleThatFails() throws IOException {
        String sample =
                normal(Files.readString(PROJECTS.resolve("surefire/src/test/java/com/example/CounterTest.java")));

        assertThat(snippets("README.md", "java"))
                .anySatisfy(snippet ->
                        assertThat(sample).contains("@SystematicTest").contains(normal(snippet)));
    }

    private static List<String> snippets(String page, String language) throws IOException {
        List<String> snippets = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(ROOT.resolve(page)));
        while (blocks.find()) {
            if (blocks.group(1).equals(language)) {
                snippets.add(blocks.group(2));
            }
        }
        return snippets;
    }

    private static List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECTS)) {
            return files.filter(file -> file.toString().endsWith(kind)).sorted().toList();
        }
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}

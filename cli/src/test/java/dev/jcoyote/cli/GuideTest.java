package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide says what is true: its code is that of the examples, its options are those that there are. */
class GuideTest {
    private static final Path ROOT = root();
    private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^```java$(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`-[^|]*`) \\| ([^|]*) \\|");

    @Test
    void everyPieceOfJavaStandsInTheSources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String folder : List.of("examples/src", "junit-extension/src/test", "samples/projects")) {
            for (Path file : files(ROOT.resolve(folder), ".java")) {
                sources.add(normal(Files.readString(file)));
            }
        }
        int pieces = 0;
        for (Path page : pages()) {
            Matcher blocks = JAVA_BLOCK.matcher(Files.readString(page));
            while (blocks.find()) {
                pieces++;
                String piece = normal(blocks.group(1));
                assertThat(sources)
                        .as("%s: %s", page.getFileName(), blocks.group(1))
                        .anySatisfy(source -> assertThat(source).contains(piece));
            }
        }
        assertThat(pieces).isPositive();
    }

    @Test
    void everyOptionIsInTheGuideAndNoOther() throws IOException {
        Map<String, String> described = new LinkedHashMap<>();
        Matcher rows = ROW.matcher(Files.readString(ROOT.resolve("docs/guide/command-line.md")));
        while (rows.find()) {
            described.put(rows.group(1), rows.group(2));
        }
        Map<String, String> expected = new LinkedHashMap<>();
        for (Option option : Option.values()) {
            expected.put(names(option), commands(option));
        }

        assertThat(described).isEqualTo(expected);
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        for (Path page : pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                assertThat(page.resolveSibling(links.group(1)).normalize())
                        .as("%s", page.getFileName())
                        .exists();
            }
        }
    }

    private static String names(Option option) {
        List<String> names = new ArrayList<>(option.names());
        int last = names.size() - 1;
        if (option.label() != null) {
            String value = option.isValueOptional() ? "[=" + option.label() + "]" : " " + option.label();
            names.set(last, names.get(last) + value);
        }
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String commands(Option option) {
        return Stream.of(Command.values())
                .filter(option::belongsTo)
                .map(Command::title)
                .collect(Collectors.joining(", "));
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(files(ROOT.resolve("docs"), ".md"));
        pages.add(ROOT.resolve("README.md"));
        pages.add(ROOT.resolve("CONTRIBUTING.md"));
        return pages;
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** The project's root, whether the tests run in the module or there. */
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("docs/guide")) ? here : here.getParent();
    }
}

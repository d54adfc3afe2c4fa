package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BridgeDefinitionTest {
    private static final String PACKAGE = "dev/jcoyote/bridge";

    @Test
    void everyClassOfTheBridgeIsDefined() throws Exception {
        URI hooks = BridgeDefinitionTest.class
                .getClassLoader()
                .getResource(PACKAGE + "/Hooks.class")
                .toURI();

        assertEquals(classes(hooks), new TreeSet<>(Set.of(BridgeFiles.CLASSES)));
    }

    private static Set<String> classes(URI hooks) throws IOException {
        if (hooks.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(hooks, Map.of())) {
                return classesIn(jar.getPath(PACKAGE));
            }
        }
        return classesIn(Path.of(hooks).getParent());
    }

    private static Set<String> classesIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

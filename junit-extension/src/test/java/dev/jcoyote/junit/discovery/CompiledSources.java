package dev.jcoyote.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Classes compiled from sources in a test, which no other test has loaded. */
final class CompiledSources {
    static final String IMPORTS = "package p; import dev.jcoyote.junit.*; import org.junit.jupiter.api.*; ";

    private CompiledSources() {}

    /** Compiles a class of package p into a directory, against those in other directories. */
    static void compile(Path directory, String name, String code, Path... others) {
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        path.append(File.pathSeparator).append(directory);
        for (Path other : others) {
            path.append(File.pathSeparator).append(other);
        }
        try {
            Path source = Files.createDirectories(directory.resolve("sources")).resolve(name + ".java");
            Files.writeString(source, IMPORTS + code);
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-cp", path.toString(), "-d", directory.toString(), source.toString());
            assertThat(result).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path of one directory, whose loader sees other places too. */
    static ClassPath classPath(Path directory, Path... others) {
        List<URL> urls = new ArrayList<>();
        Stream.concat(Stream.of(directory), Stream.of(others)).forEach(place -> urls.add(url(place)));
        return new ClassPath(Set.of(directory.toFile()), List.of(), new URLClassLoader(urls.toArray(new URL[0]), null));
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

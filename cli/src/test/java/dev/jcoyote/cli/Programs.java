package dev.jcoyote.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Small programs for tests: compiled from source text, packed into jars. */
final class Programs {
    private Programs() {}

    /** Compiles classes; a source begins with its file's name and a blank line, such as {@code a/B.java}. */
    static Path compile(Path folder, List<Path> classPath, String... sources) throws IOException {
        Path sourceFolder = Files.createTempDirectory(folder, "src");
        Path classes = Files.createTempDirectory(folder, "classes");
        List<String> arguments =
                new ArrayList<>(List.of("-g", "-d", classes.toString(), "--release", "17", "-proc:none"));
        if (!classPath.isEmpty()) {
            arguments.add("-cp");
            arguments.add(String.join(
                    java.io.File.pathSeparator,
                    classPath.stream().map(Path::toString).toList()));
        }
        for (String source : sources) {
            int end = source.indexOf('\n');
            Path file = sourceFolder.resolve(source.substring(0, end).strip());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.substring(end + 1));
            arguments.add(file.toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        if (result != 0) {
            throw new IllegalArgumentException("The test's program does not compile");
        }
        return classes;
    }

    /** One entry of a jar. */
    record Entry(String name, byte[] content) {
        static Entry text(String name, String content) {
            return new Entry(name, content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All files below a folder as entries whose names begin with a prefix. */
    static List<Entry> entries(String prefix, Path folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                entries.add(new Entry(prefix + name, Files.readAllBytes(file)));
            }
        }
        return entries;
    }

    /** Writes a jar; attributes are name and value in turn. */
    static Path jar(Path file, List<Entry> entries, String... attributes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (int i = 0; i < attributes.length; i += 2) {
            manifest.getMainAttributes().putValue(attributes[i], attributes[i + 1]);
        }
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Entry entry : entries) {
                jar.putNextEntry(new JarEntry(entry.name()));
                jar.write(entry.content());
                jar.closeEntry();
            }
        }
        return file;
    }
}

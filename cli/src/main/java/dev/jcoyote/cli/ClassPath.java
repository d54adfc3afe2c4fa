package dev.jcoyote.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A class path as {@code java -cp} takes it: jars and directories, and {@code dir/*} for all jars of a directory. */
final class ClassPath {
    private ClassPath() {}

    /**
     * The jars and directories that the text names, in order.
     *
     * @throws UsageException if one of them is not there
     */
    static List<Path> expand(String text) {
        List<Path> result = new ArrayList<>();
        for (String element : text.split(File.pathSeparator, -1)) {
            if (element.isEmpty()) {
                continue;
            }
            try {
                if (element.equals("*") || element.endsWith("/*") || element.endsWith(File.separator + "*")) {
                    String directory = element.substring(0, element.length() - 1);
                    result.addAll(jarsIn(Path.of(directory.isEmpty() ? "." : directory)));
                } else {
                    Path path = Path.of(element);
                    if (!Files.exists(path)) {
                        throw new UsageException("There is no " + path + ": check --classpath.");
                    }
                    result.add(path);
                }
            } catch (InvalidPathException e) {
                throw new UsageException("'" + element + "' in --classpath is no path: " + e.getReason() + ".", e);
            } catch (IOException e) {
                throw new UsageException("Cannot read '" + element + "' of --classpath: " + Failure.describe(e), e);
            }
        }
        return result;
    }

    /** The jars that lie directly in a directory, by name. */
    static List<Path> jarsIn(Path directory) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.{jar,JAR}")) {
            for (Path file : files) {
                jars.add(file);
            }
        }
        Collections.sort(jars);
        return jars;
    }
}

package dev.jcoyote.benchmarks.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a Markdown file between two comments that name it, which a program writes. */
record MarkedSection(Path file, String name) {
    /** Replaces what is between the comments. */
    void write(String text) throws IOException {
        String whole = Files.readString(file);
        String begin = "<!-- " + name + ": begin -->";
        String end = "<!-- " + name + ": end -->";
        int from = whole.indexOf(begin);
        int to = whole.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(file + " must have the lines \"" + begin + "\" and \"" + end + "\"");
        }
        Files.writeString(file, whole.substring(0, from + begin.length()) + "\n\n" + text + "\n" + whole.substring(to));
    }
}

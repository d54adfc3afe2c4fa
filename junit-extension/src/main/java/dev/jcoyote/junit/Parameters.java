package dev.jcoyote.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The parameters of a test run, as {@link SystematicTest} lists them. */
final class Parameters {
    static final String SEED = "jcoyote.seed";
    static final String REPLAY = "jcoyote.replay";
    static final String OUTPUT = "jcoyote.output";

    private static final String RANDOM = "random";

    private final ExtensionContext context;

    Parameters(ExtensionContext context) {
        this.context = context;
    }

    /** The seed that was given or drawn; empty if none was asked for. */
    OptionalLong seed() {
        String text = text(SEED);
        if (text == null) {
            return OptionalLong.empty();
        }
        if (text.toLowerCase(Locale.ROOT).equals(RANDOM)) {
            // short enough to be typed
            return OptionalLong.of(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    SEED + " must be a whole number or \"" + RANDOM + "\", but is \"" + text + "\"", e);
        }
    }

    /** The schedule file to replay; null to explore. */
    @Nullable
    String replay() {
        return text(REPLAY);
    }

    /** Where schedules and reports are written. */
    Path output() {
        String text = text(OUTPUT);
        return text != null ? Path.of(text) : output(Path.of(""));
    }

    /** Where a build tool with that working directory expects what tests write. */
    static Path output(Path workingDirectory) {
        for (String folder : new String[] {"target", "build"}) {
            if (Files.isDirectory(workingDirectory.resolve(folder))) {
                return workingDirectory.resolve(folder).resolve("jcoyote");
            }
        }
        return workingDirectory.resolve("jcoyote-output");
    }

    private @Nullable String text(String name) {
        String text = context.getConfigurationParameter(name).orElse("").strip();
        return text.isEmpty() ? null : text;
    }
}

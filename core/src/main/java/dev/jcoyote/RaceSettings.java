package dev.jcoyote;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of data races, and which of them do no harm.
 *
 * @param mode what becomes of them
 * @param benignFile a file that names benign ones, a line each with its reason; null for none
 */
public record RaceSettings(RaceMode mode, @Nullable Path benignFile) {
    /** Those of who chooses nothing. */
    public static final RaceSettings USUAL = new RaceSettings(RaceMode.EXPLORE, null);

    /** These, with another mode. */
    public RaceSettings with(RaceMode other) {
        return new RaceSettings(other, benignFile);
    }

    /**
     * These, with a file of benign races.
     *
     * @throws IllegalArgumentException if the file cannot be read, or names a race without a reason
     */
    public RaceSettings withBenign(Path file) {
        BenignRaces.of(file, null);
        return new RaceSettings(mode, file);
    }

    /** The benign races; their annotations are looked for in classes of that loader. */
    BenignRaces benign(@Nullable ClassLoader loader) {
        return BenignRaces.of(benignFile, loader);
    }
}

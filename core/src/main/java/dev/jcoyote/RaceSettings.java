package dev.jcoyote;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of data races, and which of them do no harm.
 *
 * @param mode what becomes of them
 * @param benignFile a file that names benign ones, a line each with its reason; null for none
 */
public record RaceSettings(Races mode, @Nullable Path benignFile) {
    /** Those of who chooses nothing. */
    public static final RaceSettings USUAL = new RaceSettings(Races.EXPLORE, null);

    /** These, with another mode. */
    public RaceSettings with(Races other) {
        return new RaceSettings(other, benignFile);
    }

    /** These, with a file of benign races. */
    public RaceSettings withBenign(Path file) {
        return new RaceSettings(mode, file);
    }

    /**
     * The benign races.
     *
     * @throws IllegalArgumentException if the file cannot be read
     */
    BenignRaces benign(@Nullable ClassLoader loader) {
        return BenignRaces.of(benignFile, loader);
    }
}

package dev.jcoyote;

import dev.jcoyote.bridge.Sites;
import java.util.Set;

/** The names by which what races becomes a scheduling point: a field's, or for all else the code position's. */
final class RacyLocations {
    private RacyLocations() {}

    /** The name of what is accessed there. */
    static String of(int site) {
        return Sites.slot(site) != 0 ? Sites.target(site) : Sites.position(site);
    }

    static void promote(Set<String> locations) {}
}

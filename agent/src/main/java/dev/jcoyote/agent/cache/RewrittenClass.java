package dev.jcoyote.agent.cache;

import dev.jcoyote.bridge.SiteRows;
import dev.jcoyote.bridge.Sites;
import org.jspecify.annotations.Nullable;

/**
 * What became of a class file: the same in every JVM, until {@link #define} puts in the site numbers of this one.
 *
 * @param file the rewritten class file, whose site constants count from 0; null if nothing in the class needs a change
 * @param rows what the sites stand for; null without a site
 * @param constants where in the file the 4 bytes of each site's constant are; 0 for a site that has none
 * @param stripped whether a method lost its modifier {@code synchronized}
 */
@SuppressWarnings("ArrayRecordComponent") // read at once, and never compared
public record RewrittenClass(
        byte @Nullable [] file, @Nullable SiteRows rows, int[] constants, boolean stripped) {
    private static final int[] NONE = {};

    /** A class that stays as it is. */
    public static RewrittenClass unchanged() {
        return new RewrittenClass(null, null, NONE, false);
    }

    /** A rewritten class without a site. */
    public static RewrittenClass withoutSites(byte[] file, boolean stripped) {
        return new RewrittenClass(file, null, NONE, stripped);
    }

    /** Adds the sites to those of this JVM; returns the class file with their numbers, or null if nothing changes. */
    public byte @Nullable [] define() {
        byte[] bytes = file;
        SiteRows added = rows;
        if (bytes == null || added == null) {
            return bytes;
        }
        byte[] numbered = bytes.clone();
        int base = Sites.add(added);
        for (int i = 0; i < constants.length; i++) {
            int position = constants[i];
            if (position > 0) {
                int site = base + i;
                numbered[position] = (byte) (site >> 24);
                numbered[position + 1] = (byte) (site >> 16);
                numbered[position + 2] = (byte) (site >> 8);
                numbered[position + 3] = (byte) site;
            }
        }
        return numbered;
    }
}

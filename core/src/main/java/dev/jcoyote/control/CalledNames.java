package dev.jcoyote.control;

import dev.jcoyote.bridge.Sites;
import java.util.Arrays;
import java.util.Set;

/** At which code positions a method with one of some names is called: looked up once a position. */
final class CalledNames {
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final Set<String> names;
    private byte[] bySite = new byte[1024];

    CalledNames(Set<String> names) {
        this.names = names;
    }

    /** Whether the call there is one of them. */
    boolean contains(int site) {
        if (site >= bySite.length) {
            bySite = Arrays.copyOf(bySite, Math.max(site + 1, bySite.length * 2));
        }
        if (bySite[site] == 0) {
            String target = Sites.target(site);
            bySite[site] = names.contains(target.substring(target.lastIndexOf('.') + 1)) ? YES : NO;
        }
        return bySite[site] == YES;
    }
}

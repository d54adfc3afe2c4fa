package dev.jcoyote.agent.cache;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The other classes that a rewriting looked at, with what their files were; 0 stands for no file. */
public final class Dependencies {
    /** The fingerprint of a file that is not there. */
    public static final long ABSENT = 0;

    final Map<String, Long> fingerprints = new LinkedHashMap<>();
    private boolean ofThisJvm;

    /** Creates an empty list. */
    public Dependencies() {}

    /** Adds a class by its internal name. */
    public void add(String name, long fingerprint) {
        fingerprints.put(name, fingerprint);
    }

    /** The internal names of the classes. */
    public Set<String> names() {
        return Collections.unmodifiableSet(fingerprints.keySet());
    }

    /** Notes that the rewriting depends on more than files: its result is of no use to other JVMs. */
    public void addThisJvm() {
        ofThisJvm = true;
    }

    /** Whether the result is of no use to other JVMs. */
    public boolean areOfThisJvm() {
        return ofThisJvm;
    }

    /** Who knows what the files of classes are in this JVM. */
    public interface Files {
        /** Whether a class's file has that fingerprint, here and now. */
        boolean has(String name, long fingerprint);
    }
}

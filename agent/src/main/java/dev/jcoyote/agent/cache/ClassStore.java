package dev.jcoyote.agent.cache;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rewritten classes of one file of the cache: read as a whole, written anew as a whole when this JVM has added some.
 *
 * <p>An entry is found by the class's name, the variant of the rewriting and the {@link Fingerprint} of the class file,
 * and holds the fingerprints of all other files that the rewriting looked at. The file's first lines, its identity, name
 * the build of the tool and the JDK. That is all that a rewriting depends on, and so the entry is what it would give:
 * {@link Dependencies} has every class file that is asked for, since there is one place to ask, and says of a rewriting
 * that looked at the state of this JVM, or had an effect beside its result, that it must not be stored.
 *
 * <p>A file that is damaged, or of another identity, counts as empty.
 */
public final class ClassStore {
    private static final int MAGIC = 0x6A63_7931;
    private static final int LENGTH = 4;
    private static final int CHECK_SUM = 8;
    private static final int HEADER = 16;

    /** Entries of one class and variant: a class file may differ by the JVM's options, or between two of its builds. */
    private static final int VERSIONS = 3;

    /** What this JVM keeps for its end, at most: the next one adds more. */
    private static final int MAX_ADDED = 8 << 20;

    private final File file;
    private final String identity;
    private final int maxLength;
    private final boolean closed;
    private final Map<String, StoredClass> newest = new HashMap<>();
    private final List<StoredClass> added = new ArrayList<>();
    private int addedLength;
    private int hits;
    private int misses;

    private ClassStore(File file, String identity, int maxLength, boolean closed) {
        this.file = file;
        this.identity = identity;
        this.maxLength = maxLength;
        this.closed = closed;
    }

    /** For a rewriting that looks at one file alone. */
    public static final Dependencies.Files NO_FILES = new NoFiles();

    /** A store that is empty and stays so. */
    public static ClassStore none() {
        return new ClassStore(new File(""), "", 0, true);
    }

    /**
     * Opens a store, which is empty if there is no file, or none that is whole.
     *
     * @param maxLength how long the file may become: then it loses what was not used lately
     */
    static ClassStore open(File file, String identity, int maxLength) {
        ClassStore store = new ClassStore(file, identity, maxLength, false);
        List<StoredClass> stored = store.read();
        for (int i = 0; i < stored.size(); i++) {
            store.put(stored.get(i));
        }
        return store;
    }

    /** Whether nothing is in it. */
    public synchronized boolean isEmpty() {
        return newest.isEmpty();
    }

    /**
     * Finds what rewriting would make of a class file; null if that is not known.
     *
     * @param name the class's internal name
     * @param variant how it would be rewritten, from 0 to 255
     */
    public @Nullable RewrittenClass find(String name, int variant, long fingerprint, Dependencies.Files files) {
        // No lock is held while others are asked: they may have locks of class loaders to wait for.
        for (StoredClass each = newest(name); each != null; each = each.next) {
            if (each.hasKey(name, variant, fingerprint) && each.fits(files)) {
                RewrittenClass rewritten = each.rewritten();
                count(each);
                return rewritten;
            }
        }
        count(null);
        return null;
    }

    private synchronized @Nullable StoredClass newest(String name) {
        return newest.get(name);
    }

    private synchronized void count(@Nullable StoredClass found) {
        if (found == null) {
            misses++;
        } else {
            found.used = true;
            hits++;
        }
    }

    /** Finds an entry for nothing, so that the classes for it are loaded. */
    public void rehearse() {
        StoredClass any = any();
        if (any != null) {
            find(any.name, any.variant, any.fingerprint, NO_FILES);
        }
    }

    private synchronized @Nullable StoredClass any() {
        return newest.isEmpty() ? null : newest.values().iterator().next();
    }

    private static final class NoFiles implements Dependencies.Files {
        @Override
        public boolean has(String name, long fingerprint) {
            return false;
        }
    }

    /** Adds what rewriting has made of a class file. */
    public synchronized void add(
            String name, int variant, long fingerprint, Dependencies dependencies, RewrittenClass rewritten) {
        if (closed || dependencies.areOfThisJvm() || addedLength > MAX_ADDED) {
            return;
        }
        StoredClass entry = StoredClass.of(name, variant, fingerprint, dependencies, rewritten);
        if (entry == null) {
            Debug.print("cache: " + name + " is too large to be stored");
        } else {
            added.add(entry);
            addedLength += entry.length();
            put(entry);
        }
    }

    private void put(StoredClass entry) {
        entry.next = newest.get(entry.name);
        newest.put(entry.name, entry);
    }

    /** Reads the file's entries, the oldest first. */
    private List<StoredClass> read() {
        List<StoredClass> entries = new ArrayList<>();
        try (FileInputStream in = new FileInputStream(file)) {
            byte[] data = in.readAllBytes();
            String damage = check(data);
            if (damage != null) {
                Debug.print("cache: ignores " + file + ": " + damage);
                return entries;
            }
            Cursor cursor = new Cursor(data, HEADER);
            cursor.readText();
            int start = cursor.position();
            while (start < data.length) {
                StoredClass entry = new StoredClass(data, start);
                entries.add(entry);
                start += entry.length();
            }
        } catch (FileNotFoundException e) {
            Debug.print("cache: there is no " + file);
        } catch (IOException e) {
            Debug.print("cache: cannot read " + file + ": " + e);
        }
        return entries;
    }

    /** What is wrong with a file's contents; null if they are as they were written. */
    private @Nullable String check(byte[] data) {
        if (data.length < HEADER) {
            return "it is too short";
        }
        Cursor cursor = new Cursor(data, 0);
        if (cursor.readInt() != MAGIC) {
            return "it is of another version";
        }
        if (cursor.readInt() != data.length || cursor.readLong() != Fingerprint.of(data, HEADER)) {
            return "it is damaged";
        }
        return cursor.readText().equals(identity) ? null : "it is of another tool, JDK or program";
    }

    /** Whether this JVM has added to it. */
    synchronized boolean isChanged() {
        return !added.isEmpty();
    }

    /**
     * The file's new contents: what this JVM has added and used, then what others have written meanwhile, as far as there
     * is room.
     */
    synchronized byte[] contents() {
        List<StoredClass> kept = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Map<String, Integer> versions = new HashMap<>();
        int room = maxLength;
        List<StoredClass> candidates = candidates();
        for (int i = 0; i < candidates.size(); i++) {
            StoredClass candidate = candidates.get(i);
            String variant = candidate.name + " " + candidate.variant;
            int known = versions.getOrDefault(variant, 0);
            if (known < VERSIONS && candidate.length() <= room && keys.add(variant + " " + candidate.fingerprint)) {
                versions.put(variant, known + 1);
                room -= candidate.length();
                kept.add(candidate);
            }
        }
        Collections.reverse(kept);
        return encode(kept);
    }

    private List<StoredClass> candidates() {
        List<StoredClass> candidates = new ArrayList<>(added);
        Collections.reverse(candidates);
        for (StoredClass first : newest.values()) {
            for (StoredClass each = first; each != null; each = each.next) {
                if (each.used) {
                    candidates.add(each);
                }
            }
        }
        List<StoredClass> stored = read();
        Collections.reverse(stored);
        candidates.addAll(stored);
        return candidates;
    }

    private byte[] encode(List<StoredClass> entries) {
        Output out = new Output();
        out.writeInt(MAGIC).writeInt(0).writeLong(0).writeText(identity);
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).writeTo(out);
        }
        out.setInt(LENGTH, out.size());
        long checkSum = Fingerprint.of(out.toBytes(), HEADER);
        out.setInt(CHECK_SUM, (int) (checkSum >> 32));
        out.setInt(CHECK_SUM + Integer.BYTES, (int) checkSum);
        return out.toBytes();
    }

    File file() {
        return file;
    }

    /** What has been asked of it, for debugging. */
    synchronized String describe() {
        return file.getName() + ": " + hits + " found, " + misses + " not, " + added.size() + " added";
    }
}

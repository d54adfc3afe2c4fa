package dev.jcoyote.agent.cache;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.SiteRows;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a {@link ClassStore}: a class file's {@link RewrittenClass} with all that it depends on. Of its bytes only
 * the key is read at first.
 */
final class StoredClass {
    private static final int CHANGED = 1;
    private static final int STRIPPED = 2;
    private static final int WITH_SITES = 4;
    private static final int WRITE = 1;
    private static final int SLOT = 2;

    final String name;
    final int variant;
    final long fingerprint;

    /** The next older entry of the same class in the store. */
    @Nullable
    StoredClass next;

    /** Whether this JVM has used it. */
    boolean used;

    private final byte[] data;
    private final int start;
    private final int body;

    /** Reads the key of the entry at an offset. */
    StoredClass(byte[] data, int start) {
        Cursor cursor = new Cursor(data, start + Integer.BYTES);
        this.data = data;
        this.start = start;
        name = cursor.readText();
        variant = cursor.readByte();
        fingerprint = cursor.readLong();
        body = cursor.position();
    }

    boolean hasKey(String otherName, int otherVariant, long otherFingerprint) {
        return fingerprint == otherFingerprint && variant == otherVariant && name.equals(otherName);
    }

    /** How many bytes it takes. */
    int length() {
        return new Cursor(data, start).readInt();
    }

    void writeTo(Output out) {
        out.write(data, start, length());
    }

    /** Whether all classes that the rewriting looked at are what they were. */
    boolean fits(Dependencies.Files files) {
        Cursor cursor = new Cursor(data, body);
        for (int count = cursor.readShort(); count > 0; count--) {
            if (!files.has(cursor.readText(), cursor.readLong())) {
                return false;
            }
        }
        return true;
    }

    RewrittenClass rewritten() {
        Cursor cursor = new Cursor(data, body);
        for (int count = cursor.readShort(); count > 0; count--) {
            cursor.readText();
            cursor.readLong();
        }
        int flags = cursor.readByte();
        if ((flags & CHANGED) == 0) {
            return RewrittenClass.unchanged();
        }
        boolean stripped = (flags & STRIPPED) != 0;
        if ((flags & WITH_SITES) == 0) {
            return RewrittenClass.withoutSites(rest(cursor), stripped);
        }
        String[] texts = new String[cursor.readShort()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = cursor.readText();
        }
        String file = texts[cursor.readShort()];
        int[] constants = new int[cursor.readShort()];
        SiteRows rows = new SiteRows(name.replace('/', '.'), file, constants.length);
        for (int i = 0; i < constants.length; i++) {
            String method = texts[cursor.readShort()];
            int line = cursor.readInt();
            OperationKind kind = OperationKind.of(cursor.readByte());
            int access = cursor.readByte();
            rows.add(method, line, kind, (access & WRITE) != 0, texts[cursor.readShort()], (access & SLOT) != 0);
            constants[i] = cursor.readInt();
        }
        return new RewrittenClass(rest(cursor), rows, constants, stripped);
    }

    private byte[] rest(Cursor cursor) {
        return Arrays.copyOfRange(data, cursor.position(), start + length());
    }

    /** Makes an entry; null if it has more than an entry can hold. */
    static @Nullable StoredClass of(
            String name, int variant, long fingerprint, Dependencies dependencies, RewrittenClass rewritten) {
        Output out = new Output();
        out.writeInt(0).writeText(name).writeByte(variant).writeLong(fingerprint);
        out.writeShort(dependencies.fingerprints.size());
        for (Map.Entry<String, Long> each : dependencies.fingerprints.entrySet()) {
            out.writeText(each.getKey()).writeLong(each.getValue());
        }
        byte[] file = rewritten.file();
        SiteRows rows = rewritten.rows();
        out.writeByte(
                (file == null ? 0 : CHANGED) | (rewritten.stripped() ? STRIPPED : 0) | (rows == null ? 0 : WITH_SITES));
        if (rows != null) {
            writeRows(out, rows, rewritten.constants());
        }
        if (file != null) {
            out.write(file, 0, file.length);
        }
        out.setInt(0, out.size());
        byte[] data = out.toBytes();
        return out.hasOverflow() ? null : new StoredClass(data, 0);
    }

    private static void writeRows(Output out, SiteRows rows, int[] constants) {
        Map<String, Integer> texts = new LinkedHashMap<>();
        add(texts, rows.file());
        for (int row = 0; row < rows.size(); row++) {
            add(texts, rows.method(row));
            add(texts, rows.text(row));
        }
        out.writeShort(texts.size());
        for (String text : texts.keySet()) {
            out.writeText(text);
        }
        out.writeShort(indexOf(rows.file(), texts)).writeShort(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            out.writeShort(indexOf(rows.method(row), texts))
                    .writeInt(rows.line(row))
                    .writeByte(rows.kind(row).ordinal())
                    .writeByte((rows.isWrite(row) ? WRITE : 0) | (rows.isSlot(row) ? SLOT : 0))
                    .writeShort(indexOf(rows.text(row), texts))
                    .writeInt(constants[row]);
        }
    }

    private static int indexOf(String text, Map<String, Integer> texts) {
        return Objects.requireNonNull(texts.get(text));
    }

    private static void add(Map<String, Integer> texts, String text) {
        if (!texts.containsKey(text)) {
            texts.put(text, texts.size());
        }
    }
}

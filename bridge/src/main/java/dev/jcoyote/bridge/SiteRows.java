package dev.jcoyote.bridge;

import java.util.Arrays;

/** Rows for {@link Sites}, all of one class: collected while the class is rewritten, added when it is defined. */
public final class SiteRows {
    /** No name in a class file has it. */
    public static final char PART = ';';

    final String className;
    final String file;
    String[] methods;
    int[] lines;
    byte[] kinds;
    boolean[] writes;
    String[] targets;
    boolean[] slots;
    private int size;

    /**
     * Creates an empty list.
     *
     * @param className the class of the code, with dots
     * @param file the source file's name, or the class's simple name if the class does not tell
     * @param capacity how many rows there will be, as far as that is known
     */
    public SiteRows(String className, String file, int capacity) {
        this.className = className;
        this.file = file;
        methods = new String[capacity];
        lines = new int[capacity];
        kinds = new byte[capacity];
        writes = new boolean[capacity];
        targets = new String[capacity];
        slots = new boolean[capacity];
    }

    /**
     * Adds a row.
     *
     * @param method the method of the code
     * @param line the source line, or -1 if the class does not tell
     * @param kind what the operation does
     * @param write whether the operation may change its resource
     * @param target what is called or accessed, as in {@code ConcurrentHashMap.put} or {@code Account.balance}; empty
     *     for monitors. If the part of the resource has a name of its own, it follows a semicolon
     * @param slot whether {@code target} names a part of the resource (a field) and not the whole of it
     * @return the row's number in this list, from 0
     */
    public int add(String method, int line, OperationKind kind, boolean write, String target, boolean slot) {
        int row = size;
        if (row == methods.length) {
            int capacity = Math.max(16, row * 2);
            methods = Arrays.copyOf(methods, capacity);
            lines = Arrays.copyOf(lines, capacity);
            kinds = Arrays.copyOf(kinds, capacity);
            writes = Arrays.copyOf(writes, capacity);
            targets = Arrays.copyOf(targets, capacity);
            slots = Arrays.copyOf(slots, capacity);
        }
        methods[row] = method;
        lines[row] = line;
        kinds[row] = (byte) kind.ordinal();
        writes[row] = write;
        targets[row] = target;
        slots[row] = slot;
        size = row + 1;
        return row;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** The class of the code, with dots. */
    public String className() {
        return className;
    }

    /** The source file's name. */
    public String file() {
        return file;
    }

    /** The method of a row. */
    public String method(int row) {
        return methods[row];
    }

    /** The line of a row. */
    public int line(int row) {
        return lines[row];
    }

    /** The kind of a row. */
    public OperationKind kind(int row) {
        return OperationKind.of(kinds[row]);
    }

    /** Whether the operation of a row may change its resource. */
    public boolean isWrite(int row) {
        return writes[row];
    }

    /** The target of a row, with the name of the part if that has its own. */
    public String text(int row) {
        return targets[row];
    }

    /** The target of a row. */
    public String target(int row) {
        int end = targets[row].indexOf(PART);
        return end < 0 ? targets[row] : targets[row].substring(0, end);
    }

    /** The name of the part of the resource: the target, unless it has its own. */
    public String part(int row) {
        return targets[row].substring(targets[row].indexOf(PART) + 1);
    }

    /** Whether the target of a row is a part of its resource. */
    public boolean isSlot(int row) {
        return slots[row];
    }
}

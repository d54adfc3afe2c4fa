package dev.jcoyote.bridge;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The table of code positions: every hook call in instrumented code carries the index of its row.
 *
 * <p>The numbers are those of one run and never leave it; files name a site by {@link #position} and {@link #target}.
 * Rows are only added, by transformers on any thread. A reader needs no lock: it got its number from code that was
 * defined after the row was written, or from the table itself.
 */
public final class Sites {
    /** The site of code that no transformer has seen. */
    public static final int UNKNOWN = 0;

    private static final String LOCKS = "java.util.concurrent.locks.";
    private static final String STATE = "state";

    private static volatile int count = 1;
    private static String[] classes = {"?"};
    private static String[] methods = {"?"};
    private static String[] files = {"?"};
    private static int[] lines = {-1};
    private static byte[] kinds = {(byte) OperationKind.CODE.ordinal()};
    private static boolean[] writes = {true};
    private static String[] targets = {""};
    private static int[] slots = {0};
    private static int[] hashes = {0};
    private static int[] codeHashes = {0};
    private static boolean[] promoted = {false};
    private static String[] parts = {""};
    private static boolean[] queues = {false};

    /** Whether there is a fence among the rows. */
    private static boolean anyFence;

    /** The locations whose plain accesses are scheduling points, in rows that are still to come, too. */
    private static Set<String> promotedLocations = new HashSet<>();

    private Sites() {}

    /**
     * Adds a row.
     *
     * @param className the class of the code, with dots
     * @param method the method of the code
     * @param file the source file's name, or the class's simple name if the class does not tell
     * @param line the source line, or -1 if the class does not tell
     * @param kind what the operation does
     * @param write whether the operation may change its resource
     * @param target what is called or accessed, as {@link SiteRows#add} has it
     * @param slot whether {@code target} names a part of the resource (a field) and not the whole of it
     */
    public static int add(
            String className,
            String method,
            String file,
            int line,
            OperationKind kind,
            boolean write,
            String target,
            boolean slot) {
        SiteRows rows = new SiteRows(className, file, 1);
        rows.add(method, line, kind, write, target, slot);
        return add(rows);
    }

    /** Adds the rows of a class, one after the other, and returns the number of the first. */
    public static synchronized int add(SiteRows rows) {
        int first = count;
        int end = first + rows.size();
        if (end > classes.length) {
            grow(Math.max(1024, end * 2));
        }
        for (int row = 0; row < rows.size(); row++) {
            set(first + row, rows, row);
        }
        count = end;
        return first;
    }

    private static void grow(int capacity) {
        classes = Arrays.copyOf(classes, capacity);
        methods = Arrays.copyOf(methods, capacity);
        files = Arrays.copyOf(files, capacity);
        lines = Arrays.copyOf(lines, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        writes = Arrays.copyOf(writes, capacity);
        targets = Arrays.copyOf(targets, capacity);
        slots = Arrays.copyOf(slots, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        codeHashes = Arrays.copyOf(codeHashes, capacity);
        parts = Arrays.copyOf(parts, capacity);
        queues = Arrays.copyOf(queues, capacity);
        promoted = Arrays.copyOf(promoted, capacity);
    }

    private static void set(int site, SiteRows rows, int row) {
        String method = rows.methods[row];
        String target = rows.target(row);
        String part = rows.part(row);
        int line = rows.lines[row];
        classes[site] = rows.className;
        methods[site] = method;
        files[site] = rows.file;
        lines[site] = line;
        kinds[site] = rows.kinds[row];
        writes[site] = rows.writes[row];
        targets[site] = target;
        slots[site] = rows.slots[row] ? slotOf(part) : 0;
        parts[site] = part;
        anyFence |= rows.slots[row] && target.endsWith("Fence");
        queues[site] = rows.className.startsWith(LOCKS) && !part.equals(STATE);
        hashes[site] = ((rows.className.hashCode() * 31 + method.hashCode()) * 31 + line) * 31 + target.hashCode();
        codeHashes[site] = (withoutNumbers(rows.className).hashCode() * 31
                                + withoutNumbers(method).hashCode())
                        * 31
                + withoutNumbers(target).hashCode();
        promoted[site] = !promotedLocations.isEmpty() && promotedLocations.contains(location(site));
    }

    /**
     * The slot of a part of a resource, by its name: never 0, which is the whole resource. It is a hash (FNV-1a) rather than
     * a counter, since the order in which classes are loaded must not matter, and all of its bits count: two fields whose
     * slots were the same would seem to race.
     */
    public static int slotOf(String part) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < part.length(); i++) {
            hash = (hash ^ part.charAt(i)) * 0x01000193;
        }
        return hash == 0 ? 1 : hash;
    }

    /** How many rows there are, the unknown one included. */
    public static int count() {
        return count;
    }

    /** The class of the code, with dots. */
    public static String className(int site) {
        return classes[site];
    }

    /** The method of the code. */
    public static String method(int site) {
        return methods[site];
    }

    /** What the operation there does. */
    public static OperationKind kind(int site) {
        return OperationKind.of(kinds[site]);
    }

    /** Whether the operation there may change its resource. */
    public static boolean isWrite(int site) {
        return writes[site];
    }

    /** What is called or accessed there; empty for monitors. */
    public static String target(int site) {
        return targets[site];
    }

    /** The part of the resource that is accessed; 0 is the whole of it. The same in every run. */
    public static int slot(int site) {
        return slots[site];
    }

    /**
     * What is accessed there, as it is named in {@link #promote}: a field with its class and package, as in
     * {@code bank.Account.balance}; else the {@link #position}.
     */
    public static String location(int site) {
        OperationKind kind = kind(site);
        boolean field = slots[site] != 0 && (kind == OperationKind.PLAIN_READ || kind == OperationKind.PLAIN_WRITE);
        return field ? parts[site] : position(site);
    }

    /**
     * Makes the plain accesses of exactly these locations scheduling points, in classes still to come as well. Call it
     * between executions only.
     */
    public static synchronized void promote(Collection<String> locations) {
        Set<String> wanted = new HashSet<>(locations);
        if (wanted.equals(promotedLocations)) {
            return;
        }
        promotedLocations = wanted;
        for (int site = 1; site < count; site++) {
            promoted[site] = !wanted.isEmpty() && wanted.contains(location(site));
        }
    }

    /** Whether the access there is of the queue in which threads wait for a lock, and not of the lock's own state. */
    static boolean isOfQueue(int site) {
        return queues[site];
    }

    /** Whether code was loaded that has fences. */
    public static boolean isAnyFence() {
        return anyFence;
    }

    /** Whether the plain access there is a scheduling point. */
    public static boolean isPromoted(int site) {
        return promoted[site];
    }

    /** Whether there are such. */
    static boolean isAnyPromoted() {
        return !promotedLocations.isEmpty();
    }

    /** A hash of the row's text: the same in every run. */
    public static int hash(int site) {
        return hashes[site];
    }

    /**
     * A hash of the row's text without the line, and without the numbers that the compiler gives to lambdas and anonymous
     * classes: the same in every run, and after an edit elsewhere in the file.
     */
    public static int codeHash(int site) {
        return codeHashes[site];
    }

    /** A name without the numbers that the compiler has put into it: {@code lambda$run$0} is {@code lambda$run$}. */
    public static String withoutNumbers(String name) {
        int dollar = name.indexOf('$');
        if (dollar < 0) {
            return name;
        }
        StringBuilder text = new StringBuilder(name.length());
        boolean isAfterDollar = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isAfterDollar && c >= '0' && c <= '9') {
                continue;
            }
            isAfterDollar = c == '$';
            text.append(c);
        }
        return text.toString();
    }

    /** The position as schedules write it: {@code Class.method:line}, the class with its package. */
    public static String position(int site) {
        return classes[site] + "." + methods[site] + ":" + lines[site];
    }

    /** The position as a stack frame, which IDEs turn into a link: {@code Class.method(File.java:12)}. */
    public static StackTraceElement frame(int site) {
        return new StackTraceElement(classes[site], methods[site], files[site], lines[site]);
    }
}

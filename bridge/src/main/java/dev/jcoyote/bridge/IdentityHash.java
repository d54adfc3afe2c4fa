package dev.jcoyote.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Gives objects the identity hash code that they shall have, before anyone asks: the JVM draws one at random at the first
 * question, keeps it in the object's header, and takes what it finds there.
 *
 * <p>Where the hash lies in the header differs between JVMs, and is found out by a test. An object that is locked where
 * the JVM keeps headers of locked objects elsewhere is left alone.
 */
public final class IdentityHash {
    private static final long HASH = 0x7FFF_FFFFL;

    /** The lowest bits of a header: those of an object that is not locked, and of one that is, with its header in place. */
    private static final long STATE = 7;

    private static final long UNLOCKED = 1;
    private static final long LOCKED = 0;

    private static final int GOLDEN = 0x9E37_79B9;

    private static @Nullable HeaderAccess headers;
    private static int shift;
    private static boolean isKeptWhileLocked;
    private static String reason = "the agent is not installed";

    private IdentityHash() {}

    /** The agent has found access to headers, which is used if it passes a test. */
    public static void found(HeaderAccess access) {
        int position = position(access);
        if (position == 0) {
            reason = "this JVM keeps them where none was found";
            return;
        }
        shift = position;
        isKeptWhileLocked = isKeptWhileLocked(access);
        reason = "";
        headers = access;
    }

    /** The agent has found none. */
    public static void missing(String why) {
        reason = why;
    }

    /** Why hash codes are the JVM's, as a clause; empty if they are not. */
    public static String reason() {
        return reason;
    }

    private static int position(HeaderAccess access) {
        Object hashed = new Object();
        long hash = System.identityHashCode(hashed);
        long header = access.read(hashed);
        for (int candidate = 3; candidate <= Long.SIZE - 31; candidate++) {
            if (((header >>> candidate) & HASH) == hash && isTaken(access, candidate)) {
                return candidate;
            }
        }
        return 0;
    }

    private static boolean isTaken(HeaderAccess access, int candidate) {
        Object fresh = new Object();
        long header = access.read(fresh);
        int wanted = GOLDEN & Integer.MAX_VALUE;
        return (header & STATE) == UNLOCKED
                && ((header >>> candidate) & HASH) == 0
                && access.replace(fresh, header, header | ((long) wanted << candidate))
                && System.identityHashCode(fresh) == wanted;
    }

    private static boolean isKeptWhileLocked(HeaderAccess access) {
        Object fresh = new Object();
        long unlocked = access.read(fresh);
        synchronized (fresh) {
            return access.read(fresh) == (unlocked & ~STATE);
        }
    }

    /** Whether the object has no hash code yet and can be given one. */
    public static boolean isOpen(Object object) {
        HeaderAccess access = headers;
        return access != null && isOpen(access.read(object));
    }

    private static boolean isOpen(long header) {
        return isWhole(header) && ((header >>> shift) & HASH) == 0;
    }

    /** Whether that is a header, and not the place where it is kept. */
    private static boolean isWhole(long header) {
        long state = header & STATE;
        return state == UNLOCKED || (state == LOCKED && isKeptWhileLocked);
    }

    /** The object's identity hash code; 0 if it has none yet and can be given one. */
    public static int of(Object object) {
        HeaderAccess access = headers;
        if (access != null) {
            long header = access.read(object);
            if (isWhole(header)) {
                return (int) ((header >>> shift) & HASH);
            }
        }
        return System.identityHashCode(object);
    }

    /** Gives the object a hash code made of that number, unless it has one. */
    public static void give(Object object, int number) {
        HeaderAccess access = headers;
        if (access == null) {
            return;
        }
        long hash = Math.max(1, mixed(number) & HASH);
        // Others may lock or unlock it meanwhile.
        for (long header = access.read(object); isOpen(header); header = access.read(object)) {
            if (access.replace(object, header, header | (hash << shift))) {
                return;
            }
        }
    }

    /**
     * Gives a class or an enum constant the hash code that follows from its name, unless it has one: they outlive
     * executions. Returns whether the object is one of these.
     */
    public static boolean giveByName(Object object) {
        int number;
        if (object instanceof Class<?> type) {
            number = ofName(type);
        } else if (object instanceof Enum<?> constant) {
            number = ofName(constant.getDeclaringClass()) * 31 + constant.name().hashCode();
        } else {
            return false;
        }
        give(object, number);
        return true;
    }

    private static int ofName(Class<?> type) {
        return stableName(type).hashCode();
    }

    /** The name of a class, without what differs between runs: the numbers of classes that are made up as they come. */
    public static String stableName(Class<?> type) {
        String name = type.getName();
        int made = name.indexOf("$$");
        if (made < 0) {
            made = name.indexOf("$Proxy");
        }
        return made < 0 ? name : name.substring(0, made);
    }

    /** Neighbouring numbers get codes far from each other, as the JVM's are. */
    private static int mixed(int number) {
        int mixed = (number ^ (number >>> 16)) * 0x85EB_CA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2_AE35;
        return mixed ^ (mixed >>> 16);
    }
}

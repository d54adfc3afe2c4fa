package dev.jcoyote.analysis;

/**
 * What a step does to something that threads share, and whether the order of two such accesses may matter.
 *
 * <p>An access is three numbers: what is done, to which object (a resource, a thread or a step, by what is done), and to
 * which slot of it.
 */
public final class Access {
    /** Reads a slot of a resource; slot 0 is all of it. */
    public static final int READ = 0;

    /** May change a slot of a resource. */
    public static final int WRITE = 1;

    /** Takes the monitor of a resource. */
    public static final int ACQUIRE = 2;

    /** Leaves the monitor of a resource. */
    public static final int RELEASE = 3;

    /** Changes the wait set of a resource's monitor. */
    public static final int WAIT_SET = 4;

    /** Gives a thread its permit, and ends its wait for that. */
    public static final int PERMIT = 5;

    /** A thread looks for its permit. */
    public static final int PARK = 6;

    /** Reads a thread's interrupt flag. */
    public static final int FLAG_READ = 7;

    /** Changes a thread's interrupt flag. */
    public static final int FLAG_WRITE = 8;

    /** Ends a thread's wait for a notification or for the end of a thread. */
    public static final int WAKE = 9;

    /** Looks at the state of some thread. */
    public static final int LOOK = 10;

    /** Changes what such a look may see. */
    public static final int STATE = 11;

    /** Reads or moves the clock. */
    public static final int CLOCK = 12;

    /** Leaves control. */
    public static final int EXTERNAL = 13;

    /** Could not have come before that step: the object is its number. */
    public static final int AFTER = 14;

    /** Could not have come before any step until here. */
    public static final int AFTER_ALL = 15;

    /** How many groups there are. */
    public static final int GROUPS = 7;

    private static final int[] GROUP = {0, 0, 1, 1, 2, 3, 3, 3, 3, 3, 4, 4, 5, 6, -1, -1};

    private Access() {}

    /** Accesses of different groups never conflict; -1 is none. */
    public static int group(int what) {
        return GROUP[what];
    }

    /** Whether the object is a resource. */
    static boolean isOfResource(int what) {
        return what <= WAIT_SET;
    }

    /** Whether the object is a thread. */
    static boolean isOfThread(int what) {
        return what >= PERMIT && what <= WAKE;
    }

    /** Whether the two accesses of one group and one object, by different threads, may matter to each other. */
    public static boolean conflict(int what, int slot, int otherWhat, int otherSlot) {
        return switch (what) {
            case READ -> otherWhat == WRITE && overlap(slot, otherSlot);
            case WRITE -> overlap(slot, otherSlot);
            case ACQUIRE -> true;
            case RELEASE -> otherWhat == ACQUIRE;
            case PERMIT -> otherWhat == PERMIT || otherWhat == PARK || otherWhat == FLAG_WRITE;
            case PARK -> otherWhat == PERMIT;
            case FLAG_READ, WAKE -> otherWhat == FLAG_WRITE;
            case FLAG_WRITE -> otherWhat != PARK;
            case LOOK -> otherWhat == STATE;
            case STATE -> otherWhat == LOOK;
            default -> true;
        };
    }

    private static boolean overlap(int slot, int other) {
        return slot == other || slot == 0 || other == 0;
    }
}

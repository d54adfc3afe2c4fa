package dev.jcoyote.analysis;

import dev.jcoyote.bridge.Sites;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the call or access at a code position means for the order of memory, and for the locks that a thread holds. */
final class SiteTraits {
    /** What other threads have left there comes before what follows. */
    static final int ACQUIRE = 1;
    /** What was done before is left there for other threads. */
    static final int RELEASE = 2;
    /** The lock is held from then on. */
    static final int LOCK = 4;
    /** The lock is held no longer. */
    static final int UNLOCK = 8;
    /** It is a call of an atomic variable: what it means for memory is known. */
    static final int ATOMIC = 16;

    /** What is read from then on counts only if a later call says that nobody wrote it meanwhile. */
    static final int OPTIMISTIC = 32;

    /** It orders the plain accesses before or after it, and touches nothing. */
    static final int FENCE = 64;

    private static final int KNOWN = 128;
    private static final String ATOMIC_PACKAGE = "java.util.concurrent.atomic.";

    private short[] bySite = new short[1024];

    /** The bits that hold there. */
    int of(int site) {
        if (site >= bySite.length) {
            bySite = Arrays.copyOf(bySite, Math.max(site + 1, bySite.length * 2));
        }
        int known = bySite[site];
        if (known == 0) {
            known = KNOWN | find(Sites.target(site), Sites.isWrite(site));
            bySite[site] = (short) known;
        }
        return known;
    }

    /** Like {@link #of(int)}, of a call of that object: its class may be the program's own kind of an atomic variable. */
    int of(int site, Object receiver) {
        if (site < bySite.length && bySite[site] != 0) {
            return bySite[site];
        }
        int traits = of(site);
        String atomic = atomicClassOf(receiver);
        if ((traits & ATOMIC) == 0 && atomic != null) {
            String target = Sites.target(site);
            traits = KNOWN | find(atomic + target.substring(target.lastIndexOf('.')), Sites.isWrite(site));
            bySite[site] = (short) traits;
        }
        return traits;
    }

    private static @Nullable String atomicClassOf(Object receiver) {
        for (Class<?> type = receiver.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().startsWith(ATOMIC_PACKAGE)) {
                return type.getSimpleName();
            }
        }
        return null;
    }

    static int find(String target, boolean write) {
        int dot = target.lastIndexOf('.');
        String owner = target.substring(0, Math.max(0, dot));
        String name = target.substring(dot + 1);
        if (name.endsWith("Fence") && isRaw(owner)) {
            return FENCE | fence(name);
        }
        if (owner.equals("StampedLock")) {
            return name.equals("tryOptimisticRead") ? OPTIMISTIC : 0;
        }
        if (owner.endsWith("Lock")) {
            boolean locks = name.equals("lock") || name.equals("lockInterruptibly");
            return locks ? LOCK : name.equals("unlock") ? UNLOCK : 0;
        }
        return isAtomic(owner) ? ATOMIC | order(owner, name, write) : 0;
    }

    /** As in C11, where stores after a store-store fence come after what the thread has done before it. */
    private static int fence(String name) {
        return switch (name) {
            case "acquireFence", "loadFence", "loadLoadFence" -> ACQUIRE;
            case "releaseFence", "storeFence", "storeStoreFence" -> RELEASE;
            default -> ACQUIRE | RELEASE;
        };
    }

    private static boolean isRaw(String owner) {
        return owner.equals("VarHandle") || owner.endsWith("Unsafe");
    }

    private static boolean isAtomic(String owner) {
        return owner.startsWith("Atomic") || isRaw(owner) || owner.endsWith("Adder") || owner.endsWith("Accumulator");
    }

    private static int order(String owner, String name, boolean write) {
        boolean isRaw = isRaw(owner);
        if (name.endsWith("Plain") || name.endsWith("Opaque") || (isRaw && isPlainByDefault(name))) {
            return 0;
        }
        if (!isRaw && name.equals("weakCompareAndSet")) {
            return 0;
        }
        if (name.endsWith("Acquire")) {
            return ACQUIRE;
        }
        if (name.endsWith("Release") || name.equals("lazySet") || name.startsWith("putOrdered")) {
            return RELEASE;
        }
        boolean setsOnly = name.startsWith("set") || name.startsWith("put");
        return write ? setsOnly ? RELEASE : ACQUIRE | RELEASE : ACQUIRE;
    }

    private static boolean isPlainByDefault(String name) {
        boolean says = name.startsWith("putOrdered")
                || name.endsWith("Volatile")
                || name.endsWith("Acquire")
                || name.endsWith("Release");
        return !says && (name.equals("get") || name.startsWith("set") || name.startsWith("put"));
    }
}

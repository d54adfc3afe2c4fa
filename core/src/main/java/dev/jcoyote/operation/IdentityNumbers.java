package dev.jcoyote.operation;

import dev.jcoyote.bridge.IdentityHash;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The identity hash codes of the objects of an execution: those of a class in the order in which they were first asked, so
 * that they are the same in every run. Objects that outlive an execution keep theirs.
 *
 * <p>What the JVM does only once, such as the initialisation of a class, counts apart: else it would change the codes of
 * the first execution alone. So does what the tool looks at before the program has asked.
 */
public final class IdentityNumbers {
    private static final int ASKED = 0;
    private static final int TOUCHED = 1;
    private static final int ONCE = 2;
    private static final int KINDS = 3;

    /** How many objects of a class were first asked, by the name of the class. */
    private final Map<String, int[]> counts = new HashMap<>();

    /** The same by class, which is found faster than a name is made. */
    private final ClassValue<Kind> kinds = new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
            String name = IdentityHash.stableName(type);
            return new Kind(name.hashCode() * 31, counts.computeIfAbsent(name, unused -> new int[KINDS]));
        }
    };

    /** What the classes of a name have in common. */
    private static final class Kind {
        private final int hash;
        private final int[] counts;

        Kind(int hash, int[] counts) {
            this.hash = hash;
            this.counts = counts;
        }
    }

    /** A new execution begins. */
    public void begin() {
        for (int[] count : counts.values()) {
            Arrays.fill(count, 0);
        }
    }

    /**
     * The program asks the object for its hash code.
     *
     * @param once whether it may do so only once in this JVM: while it loads or initialises a class
     */
    public void asked(Object object, boolean once) {
        give(object, once ? ONCE : ASKED);
    }

    /** The tool needs the hash code of the object. */
    public void touched(Object object) {
        give(object, TOUCHED);
    }

    private void give(Object object, int kind) {
        if (IdentityHash.isOpen(object) && !IdentityHash.giveByName(object)) {
            Kind type = kinds.get(object.getClass());
            int number = type.counts[kind]++;
            IdentityHash.give(object, type.hash + number * KINDS + kind);
        }
    }
}

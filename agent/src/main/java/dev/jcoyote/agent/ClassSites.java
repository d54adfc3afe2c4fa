package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.RewrittenClass;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.SiteRows;
import dev.jcoyote.bridge.Sites;
import org.jspecify.annotations.Nullable;

/**
 * The code positions of one class while it is rewritten. Their numbers are known only when the class is defined; until
 * then constants from a range of its own stand for them, which are replaced in the constant pool.
 *
 * <p>ASM gives equal constants one place in the pool. So in a class that uses a number of the range itself the sites get
 * their numbers at once, and it cannot be stored.
 */
final class ClassSites {
    private static final int FIRST = 0x6A63_0000;

    /** No class has more constants. */
    private static final int SIZE = 0x1_0000;

    private static final int[] NONE = {};

    private final boolean numbered;
    private @Nullable SiteRows rows;

    private ClassSites(boolean numbered) {
        this.numbered = numbered;
    }

    /** The sites of a class file that is about to be rewritten. */
    static ClassSites of(byte[] file) {
        return new ClassSites(new ConstantPool(file).hasIntegers(FIRST, SIZE));
    }

    /** Sites that have their numbers at once. */
    static ClassSites numbered() {
        return new ClassSites(true);
    }

    /** Whether the constants are the numbers of this JVM. */
    boolean areNumbered() {
        return numbered;
    }

    /** Adds a site; returns the constant that stands for it. */
    int add(
            String className,
            String file,
            String method,
            int line,
            OperationKind kind,
            boolean write,
            String target,
            boolean slot) {
        if (numbered) {
            return Sites.add(className, method, file, line, kind, write, target, slot);
        }
        SiteRows known = rows;
        if (known == null) {
            known = new SiteRows(className, file, 0);
            rows = known;
        }
        return FIRST + known.add(method, line, kind, write, target, slot);
    }

    /** What has become of the class: the file, with these sites. */
    RewrittenClass in(byte[] rewritten, boolean stripped) {
        SiteRows known = rows;
        int[] constants = known == null ? NONE : new ConstantPool(rewritten).findIntegers(FIRST, known.size());
        return new RewrittenClass(rewritten, known, constants, stripped);
    }
}

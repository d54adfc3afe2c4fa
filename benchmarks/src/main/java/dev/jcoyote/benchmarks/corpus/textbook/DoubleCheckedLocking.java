package dev.jcoyote.benchmarks.corpus.textbook;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;
import org.jspecify.annotations.Nullable;

/**
 * An object that is created once, and looked at without the lock first: others see it before its fields are set. The order
 * that a compiler may choose is written out here (<i>The "Double-Checked Locking is Broken" Declaration</i>, 2000). Fixed:
 * the field is volatile, and set last.
 */
@SuppressWarnings("DoubleCheckedLocking") // the bug
final class DoubleCheckedLocking implements TestBody {
    private final boolean fixed;
    private @Nullable Helper helper;
    private volatile @Nullable Helper published;

    DoubleCheckedLocking(boolean fixed) {
        this.fixed = fixed;
    }

    /** What is created once. */
    private static final class Helper {
        private int value;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(2, fixed ? this::usePublished : this::use).join();
    }

    private void use() {
        if (helper == null) {
            synchronized (this) {
                if (helper == null) {
                    helper = new Helper();
                    helper.value = 42;
                }
            }
        }
        Check.that(helper.value == 42, "a finished object");
    }

    private void usePublished() {
        if (published == null) {
            synchronized (this) {
                if (published == null) {
                    Helper created = new Helper();
                    created.value = 42;
                    published = created;
                }
            }
        }
        Check.that(published.value == 42, "a finished object");
    }
}

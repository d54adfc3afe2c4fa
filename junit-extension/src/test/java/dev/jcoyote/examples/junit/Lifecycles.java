package dev.jcoyote.examples.junit;

import dev.jcoyote.bridge.Control;
import dev.jcoyote.junit.SystematicTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Test classes that record what is called, and whether it is under control. */
public final class Lifecycles {
    /** What was called, in order: with a {@code *} if under control. */
    public static final List<String> CALLS = new ArrayList<>();

    private Lifecycles() {}

    static void called(String name) {
        CALLS.add(Control.isControlled() ? name + "*" : name);
    }

    /** The base class of {@link Inherited}. */
    public abstract static class Base {
        @BeforeEach
        void beforeBase() {
            called("beforeBase");
        }

        @AfterEach
        void afterBase() {
            called("afterBase");
        }
    }

    /** Inherits methods around the test. */
    public static class Inherited extends Base {
        private int tests;

        Inherited() {
            called("new");
        }

        @BeforeEach
        void before(TestInfo info) {
            called("before " + info.getDisplayName());
        }

        @SystematicTest(iterations = 2, checkDeterminism = 0)
        void test() {
            called("test" + ++tests);
        }

        @Test
        void ordinary() {
            called("ordinary");
        }

        @AfterEach
        void after(TestInfo info) {
            called("after " + info.getDisplayName());
        }
    }

    /** Has a nested class. */
    public static class Outer {
        private String outer = "";

        @BeforeEach
        void beforeOuter() {
            outer = "outer";
            called("beforeOuter");
        }

        @AfterEach
        void afterOuter() {
            called("afterOuter " + outer);
        }

        /** Sees the fields of the outer class. */
        @Nested
        public class Inner {
            private String inner = "";

            @BeforeEach
            void beforeInner() {
                inner += "inner";
                called("beforeInner");
            }

            @SystematicTest(iterations = 2, checkDeterminism = 0)
            void test() {
                called("test " + outer + " " + inner);
            }

            @AfterEach
            void afterInner() {
                called("afterInner");
            }
        }
    }

    /** Sees what tests throw, and swallows it. */
    public static class Handler implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {
            called("handled " + thrown.getClass().getSimpleName());
        }
    }

    /** Fails, but for its extension. */
    @ExtendWith(Handler.class)
    public static class Handled {
        @SystematicTest(checkDeterminism = 0)
        void test() {
            throw new IllegalStateException("test");
        }
    }

    /** Each of its methods throws. */
    public static class Throwing {
        @BeforeEach
        void before(TestInfo info) {
            called("before");
            if (info.getTags().isEmpty() && info.getDisplayName().startsWith("skipped")) {
                throw new IllegalStateException("before");
            }
        }

        @SystematicTest(checkDeterminism = 0, minimizeBudget = "off")
        void test() {
            called("test");
            throw new IllegalStateException("test");
        }

        @SystematicTest(checkDeterminism = 0, minimizeBudget = "off")
        void skipped() {
            called("skipped");
        }

        @AfterEach
        void after() {
            called("after");
            throw new UnsupportedOperationException("after");
        }
    }
}

package dev.jcoyote.examples.junit;

import dev.jcoyote.junit.SystematicTest;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;

/** Systematic tests that JUnit would pass by without a failure. */
public class WrongDeclarations {
    @Tag("slow")
    @SystematicTest
    private void isPrivate() {}

    @SystematicTest
    static void isStatic() {}

    @SystematicTest
    private static void isStaticAndPrivate() {}

    @SystematicTest
    int returnsSomething() {
        return 1;
    }

    @Disabled
    @SystematicTest
    private void isDisabled() {}

    @SystematicTest
    void isRight() {}

    /** Has a test without a body. */
    public abstract static class Contract {
        @SystematicTest
        abstract void hasNoBody();
    }

    /** Gives it one, which is no test. */
    public static class Heir extends Contract {
        @Override
        void hasNoBody() {}
    }
}

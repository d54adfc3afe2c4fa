package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** Volatile fields, and those who reach fields from outside: VarHandle and the field updaters. */
final class FieldScenarios {
    private static final VarHandle HANDLE;
    private static final VarHandle ARRAY = MethodHandles.arrayElementVarHandle(int[].class);
    private static final AtomicIntegerFieldUpdater<FieldScenarios> INT_UPDATER =
            AtomicIntegerFieldUpdater.newUpdater(FieldScenarios.class, "number");
    private static final AtomicLongFieldUpdater<FieldScenarios> LONG_UPDATER =
            AtomicLongFieldUpdater.newUpdater(FieldScenarios.class, "large");
    private static final AtomicReferenceFieldUpdater<FieldScenarios, String> REFERENCE_UPDATER =
            AtomicReferenceFieldUpdater.newUpdater(FieldScenarios.class, String.class, "text");

    private static volatile int shared;

    static {
        try {
            HANDLE = MethodHandles.lookup().findVarHandle(FieldScenarios.class, "number", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int number;
    private volatile long large;
    private volatile String text = "";
    private volatile boolean ready;
    private int payload;

    /** A class whose subclass has the code. */
    private static class Base {
        protected volatile int inherited;
    }

    /** Its field belongs to its superclass. */
    private static final class Derived extends Base {
        void increment() {
            inherited++;
        }
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void anIncrementOfAVolatileFieldIsTwoSteps() throws InterruptedException {
        Concurrently.run(() -> number++, () -> number++);
        assertEquals(2, number);
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void anIncrementOfAVolatileLongIsTwoSteps() throws InterruptedException {
        Concurrently.run(() -> large++, () -> large += 1);
        assertEquals(2, large);
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void anIncrementOfAStaticVolatileFieldIsTwoSteps() throws InterruptedException {
        shared = 0;
        Concurrently.run(() -> shared++, () -> shared++);
        assertEquals(2, shared);
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void anIncrementOfAnInheritedVolatileFieldIsTwoSteps() throws InterruptedException {
        Derived object = new Derived();
        Concurrently.run(object::increment, object::increment);
        assertEquals(2, object.inherited);
    }

    @Passes
    void aVolatileFlagPublishesWhatWasWrittenBefore() throws InterruptedException {
        Concurrently.run(
                () -> {
                    payload = 42;
                    ready = true;
                },
                () -> {
                    if (ready) {
                        assertEquals(42, payload);
                    }
                });
    }

    @Fails(value = BugKind.ASSERTION, saying = "both were too late")
    void twoVolatileFlagsDoNotExclude() throws InterruptedException {
        boolean[] late = new boolean[2];
        Concurrently.run(
                () -> {
                    number = 1;
                    late[0] = ready;
                },
                () -> {
                    ready = true;
                    late[1] = number == 1;
                });
        assertTrue(!late[0] || !late[1], "both were too late");
    }

    @Passes
    void varHandlesUpdateAtomically() throws InterruptedException {
        int[] array = new int[2];
        Concurrently.Action increment = () -> {
            HANDLE.getAndAdd(this, 1);
            int old;
            do {
                old = (int) ARRAY.getVolatile(array, 1);
            } while (!ARRAY.compareAndSet(array, 1, old, old + 1));
        };
        Concurrently.run(increment, increment);
        assertEquals(2, (int) HANDLE.getAcquire(this));
        assertEquals(2, array[1]);
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void aReadAndAWriteOfAVarHandleAreTwoSteps() throws InterruptedException {
        Concurrently.Action increment = () -> {
            int old = (int) HANDLE.getAcquire(this);
            HANDLE.setRelease(this, old + 1);
        };
        Concurrently.run(increment, increment);
        assertEquals(2, number);
    }

    @Passes
    void fencesLetPass() throws InterruptedException {
        Concurrently.run(VarHandle::fullFence, () -> {
            VarHandle.acquireFence();
            number++;
            VarHandle.releaseFence();
        });
        assertEquals(1, number);
    }

    @Passes
    void fieldUpdatersUpdateAtomically() throws InterruptedException {
        Concurrently.Action update = () -> {
            INT_UPDATER.incrementAndGet(this);
            LONG_UPDATER.addAndGet(this, 3);
            REFERENCE_UPDATER.accumulateAndGet(this, "x", String::concat);
        };
        Concurrently.run(update, update);
        assertEquals(2, INT_UPDATER.get(this));
        assertEquals(6, LONG_UPDATER.get(this));
        assertEquals("xx", REFERENCE_UPDATER.get(this));
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void aReadAndAWriteOfAFieldUpdaterAreTwoSteps() throws InterruptedException {
        Concurrently.Action update = () -> INT_UPDATER.set(this, INT_UPDATER.get(this) + 1);
        Concurrently.run(update, update);
        assertEquals(2, number);
    }
}

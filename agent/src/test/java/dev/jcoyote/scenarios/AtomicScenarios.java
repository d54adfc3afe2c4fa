package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** The classes of {@code java.util.concurrent.atomic}. */
final class AtomicScenarios {
    @Passes
    void atomicNumbersLoseNoUpdate() throws InterruptedException {
        AtomicInteger number = new AtomicInteger();
        AtomicLong large = new AtomicLong();
        Concurrently.Action increment = () -> {
            number.incrementAndGet();
            large.getAndAdd(2);
            number.updateAndGet(old -> old + 1);
            large.accumulateAndGet(3, Long::sum);
        };
        Concurrently.run(increment, increment);
        assertEquals(4, number.get());
        assertEquals(10, large.longValue());
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void getAndSetAreTwoSteps() throws InterruptedException {
        AtomicInteger number = new AtomicInteger();
        Concurrently.Action increment = () -> number.set(number.get() + 1);
        Concurrently.run(increment, increment);
        assertEquals(2, number.get());
    }

    @Passes
    void aCompareAndSetLoopLosesNoUpdate() throws InterruptedException {
        AtomicReference<Integer> reference = new AtomicReference<>(0);
        Concurrently.Action increment = () -> {
            Integer old;
            do {
                old = reference.get();
            } while (!reference.compareAndSet(old, old + 1));
        };
        Concurrently.run(increment, increment, increment);
        assertEquals(3, reference.get());
    }

    @Passes
    void onlyOneThreadSetsAFlag() throws InterruptedException {
        AtomicBoolean flag = new AtomicBoolean();
        AtomicInteger winners = new AtomicInteger();
        Concurrently.Action claim = () -> {
            if (flag.compareAndSet(false, true)) {
                winners.incrementAndGet();
            }
        };
        Concurrently.run(claim, claim, claim);
        assertEquals(1, winners.get());
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <1> but was: <2>")
    void lookingAtAFlagAndSettingItAreTwoSteps() throws InterruptedException {
        AtomicBoolean flag = new AtomicBoolean();
        AtomicInteger winners = new AtomicInteger();
        Concurrently.Action claim = () -> {
            if (!flag.get()) {
                flag.set(true);
                winners.incrementAndGet();
            }
        };
        Concurrently.run(claim, claim);
        assertEquals(1, winners.get());
    }

    @Passes
    void atomicArraysLoseNoUpdate() throws InterruptedException {
        AtomicIntegerArray ints = new AtomicIntegerArray(2);
        AtomicLongArray longs = new AtomicLongArray(2);
        AtomicReferenceArray<String> references = new AtomicReferenceArray<>(2);
        Concurrently.Action increment = () -> {
            ints.incrementAndGet(1);
            longs.addAndGet(1, 5);
            references.updateAndGet(1, old -> old == null ? "x" : old + "x");
        };
        Concurrently.run(increment, increment);
        assertEquals(2, ints.get(1));
        assertEquals(10, longs.get(1));
        assertEquals("xx", references.get(1));
    }

    @Passes
    void addersAndAccumulatorsLoseNothing() throws InterruptedException {
        LongAdder adder = new LongAdder();
        DoubleAdder doubles = new DoubleAdder();
        LongAccumulator max = new LongAccumulator(Long::max, Long.MIN_VALUE);
        DoubleAccumulator product = new DoubleAccumulator((a, b) -> a * b, 1);
        Concurrently.Action add = () -> {
            adder.increment();
            doubles.add(0.5);
            max.accumulate(7);
            product.accumulate(2);
        };
        Concurrently.run(add, add, add);
        assertEquals(3, adder.sum());
        assertEquals(1.5, doubles.sum());
        assertEquals(7, max.get());
        assertEquals(8, product.get());
    }

    @Fails(value = BugKind.ASSERTION, saying = "both saw the other")
    void twoWhoAddMayBothSeeTheSum() throws InterruptedException {
        LongAdder adder = new LongAdder();
        AtomicInteger sawBoth = new AtomicInteger();
        Concurrently.Action add = () -> {
            adder.increment();
            if (adder.sum() == 2) {
                sawBoth.incrementAndGet();
            }
        };
        Concurrently.run(add, add);
        assertTrue(sawBoth.get() < 2, "both saw the other");
    }

    @Fails(value = BugKind.ASSERTION, saying = "the value is the same, but was changed twice")
    void aReferenceDoesNotSeeThatAValueCameBack() throws InterruptedException {
        AtomicReference<String> reference = new AtomicReference<>("a");
        AtomicInteger changes = new AtomicInteger();
        Concurrently.run(
                () -> {
                    String seen = reference.get();
                    int before = changes.get();
                    if (reference.compareAndSet(seen, "c")) {
                        assertEquals(before, changes.get(), "the value is the same, but was changed twice");
                    }
                },
                () -> {
                    reference.set("b");
                    changes.incrementAndGet();
                    reference.set("a");
                    changes.incrementAndGet();
                });
    }

    @Passes
    void stampedAndMarkableReferencesDo() throws InterruptedException {
        AtomicStampedReference<String> stamped = new AtomicStampedReference<>("a", 0);
        AtomicMarkableReference<String> markable = new AtomicMarkableReference<>("a", false);
        AtomicInteger successes = new AtomicInteger();
        Concurrently.Action change = () -> {
            if (stamped.compareAndSet("a", "a", 0, 1)) {
                successes.incrementAndGet();
            }
            if (markable.attemptMark("a", true)) {
                successes.incrementAndGet();
            }
        };
        Concurrently.run(change, change);
        assertEquals(1, stamped.getStamp());
        assertTrue(successes.get() >= 2);
    }
}

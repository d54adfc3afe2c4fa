package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import dev.jcoyote.Choose;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Values that a test leaves open. */
final class ChoiceScenarios {
    @Fails(value = BugKind.ASSERTION, saying = "seven of seven")
    void everyNumberIsChosenSomeday() {
        assertNotEquals(6, Choose.intBelow(7), "seven of seven");
    }

    @Fails(value = BugKind.ASSERTION, saying = "both true")
    void eachThreadMayChoose() throws InterruptedException {
        AtomicInteger trues = new AtomicInteger();
        Concurrently.run(() -> trues.addAndGet(Choose.bool() ? 1 : 0), () -> trues.addAndGet(Choose.bool() ? 1 : 0));
        assertNotEquals(2, trues.get(), "both true");
    }

    @Fails(value = BugKind.ASSERTION, saying = "c before b")
    void aValueAndAnOrderAreFoundTogether() throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        Concurrently.run(() -> turn.compareAndSet(0, 1), () -> {
            if (Choose.from("a", "b", "c").equals("c")) {
                assertTrue(turn.get() == 1, "c before b");
            }
        });
    }

    @Fails(value = BugKind.ASSERTION, saying = "the second one")
    void aMethodReferenceChoosesToo() {
        BooleanSupplier either = Choose::bool;
        assertTrue(!either.getAsBoolean(), "the second one");
    }

    @Fails(BugKind.DEADLOCK)
    void aThreadThatIsLeftBehindInALoopOfChoicesUnwinds() throws InterruptedException {
        Thread chooser = new Thread(() -> {
            while (!Choose.bool()) {
                Thread.yield();
            }
        });
        chooser.setDaemon(true);
        chooser.start();
        new CountDownLatch(1).await();
    }

    @Passes
    void everyValueIsInItsRange() {
        assertEquals(0, Choose.intBelow(1));
        assertTrue(Choose.intBelow(3) < 3);
        assertTrue(List.of(1, 2, 3).contains(Choose.from(List.of(1, 2, 3))));
        assertEquals("only", Choose.from("only"));
    }

    @Passes
    void whatCannotBeChosenIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Choose.intBelow(0));
        assertThrows(IllegalArgumentException.class, () -> Choose.intBelow(-3));
        assertThrows(IllegalArgumentException.class, () -> Choose.from(List.of()));
        assertThrows(IllegalArgumentException.class, Choose::from);
    }
}

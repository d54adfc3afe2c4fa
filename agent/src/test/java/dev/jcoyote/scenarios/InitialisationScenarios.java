package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Classes are initialised when and as the language says, in every execution. */
final class InitialisationScenarios {
    private static final class Trace {
        static final List<String> LINES = new ArrayList<>();
    }

    private static final class First {
        static int value;

        static {
            Trace.LINES.add("First");
            value = Second.value + 1;
        }
    }

    private static final class Second {
        static int value;

        static {
            Trace.LINES.add("Second");
            value = First.value + 10;
        }
    }

    @Passes
    void initialisersThatNeedEachOtherRunInTheirOrder() {
        assertEquals(11, Second.value);
        assertEquals(1, First.value);
        assertEquals(List.of("Second", "First"), Trace.LINES);
    }

    private static final class Bad {
        static int value = Integer.parseInt("x");

        static void use() {}
    }

    @Passes
    void anInitialiserThatFailsDoesSoInEveryExecution() {
        ExceptionInInitializerError first = assertThrows(ExceptionInInitializerError.class, Bad::use);
        assertEquals(NumberFormatException.class, first.getCause().getClass());
        NoClassDefFoundError second = assertThrows(NoClassDefFoundError.class, () -> new Bad());
        assertEquals("Could not initialize class " + Bad.class.getName(), second.getMessage());
    }

    private static final class Order {
        static final List<String> LINES = new ArrayList<>();
    }

    private static class Parent {
        static int value;

        static {
            Order.LINES.add("Parent");
        }
    }

    private static final class Child extends Parent {
        static int own;

        static {
            Order.LINES.add("Child");
        }
    }

    @Passes
    void aSuperclassComesFirst() {
        Child.value++;
        assertEquals(List.of("Parent"), Order.LINES);
        Child.own++;
        assertEquals(List.of("Parent", "Child"), Order.LINES);
    }

    private static final class Registered {
        static {
            Registry.count++;
        }
    }

    private static final class Registry {
        static int count;
    }

    @Passes
    void aClassThatIsLookedForByNameIsInitialised() throws ClassNotFoundException {
        Class.forName(Registered.class.getName(), false, InitialisationScenarios.class.getClassLoader());
        assertEquals(0, Registry.count);
        Class.forName(Registered.class.getName());
        assertEquals(1, Registry.count);
    }

    private static final class Local {
        static final ThreadLocal<int[]> NUMBER = ThreadLocal.withInitial(() -> new int[1]);
    }

    @Passes
    void aThreadLocalIsEmpty() {
        assertEquals(1, ++Local.NUMBER.get()[0]);
    }

    private static final class Sequence {
        static int number;

        static int next() {
            return ++number;
        }
    }

    private static final class Id {
        static final int VALUE = Sequence.next();
    }

    private static final class OtherId {
        static final int VALUE = Sequence.next();
    }

    @Passes
    void whatAnInitialiserTakesFromAnotherClassFollowsTheOrderOfUse() throws InterruptedException {
        AtomicInteger sum = new AtomicInteger();
        Concurrently.run(() -> sum.addAndGet(Id.VALUE), () -> sum.addAndGet(OtherId.VALUE));
        assertEquals(3, sum.get());
    }

    private static final class Instances {
        static int count = 10;
        final int id = count++;

        Instances(int ignored) {}
    }

    @Passes
    void argumentsMayUseTheClassOfANewObject() {
        assertEquals(11, new Instances(Instances.count++).id);
    }

    private static final class Initialised {
        static int runs;
    }

    private static final class Slow {
        static int value;

        static {
            Initialised.runs++;
            Thread.yield();
            value = 42;
        }

        static int get() {
            return value;
        }
    }

    @Passes
    void thoseWhoComeDuringAnInitialiserWaitForItsEnd() throws InterruptedException {
        Concurrently.Action use = () -> assertEquals(42, Slow.get());
        Concurrently.run(use, use, use);
        assertEquals(1, Initialised.runs);
    }

    private static final class Blocking {
        static int value;

        static {
            AtomicInteger result = new AtomicInteger();
            Thread helper = new Thread(() -> result.set(7));
            helper.start();
            try {
                helper.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            value = result.get();
        }
    }

    @Passes
    void anInitialiserMayWaitForAThread() throws InterruptedException {
        Concurrently.Action use = () -> assertEquals(7, Blocking.value);
        Concurrently.run(use, use);
    }

    private static final class Left {
        static int value;

        static {
            Thread.yield();
            value = Right.value + 1;
        }
    }

    private static final class Right {
        static int value;

        static {
            Thread.yield();
            value = Left.value + 1;
        }
    }

    @Fails(value = dev.jcoyote.BugKind.DEADLOCK, saying = "waits for the initialisation of class")
    void initialisersThatWaitForEachOtherAreADeadlock() throws InterruptedException {
        Concurrently.run(() -> Left.value++, () -> Right.value++);
    }

    private static final class Once {
        private static final String PROPERTY = "dev.jcoyote.scenarios.once";
        static int count;

        static {
            if (System.getProperty(PROPERTY) != null) {
                throw new IllegalStateException("once only");
            }
            System.setProperty(PROPERTY, "done");
        }
    }

    @Warns("dev.jcoyote.scenarios.InitialisationScenarios$Once")
    @Passes
    void aClassWhoseInitialiserRunsOnceOnlyKeepsItsState() {
        Once.count++;
    }
}

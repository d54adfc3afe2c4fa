package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ObjectStreamClass;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.IntSupplier;
import java.util.logging.ConsoleHandler;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the program keeps in static fields is as new in every execution, for each shape of class. */
final class StaticStateScenarios {
    /** As the JDK's tool serialver prints them for the class files as they are. */
    private static final long VERSION = -2238843904408700306L;

    private static final long VERSION_OF_CHILD = -5795312223249223930L;

    private static final class Counter {
        static int count;
        static long big;
        static @Nullable Object object;
        static volatile @Nullable Counter instance;
        int uses;

        static Counter get() {
            Counter known = instance;
            if (known == null) {
                synchronized (Counter.class) {
                    known = instance;
                    if (known == null) {
                        known = new Counter();
                        instance = known;
                    }
                }
            }
            return known;
        }
    }

    @Passes
    void fieldsWithoutAnInitialiserAreZeroAgain() {
        assertEquals(1, ++Counter.count);
        assertEquals(1, ++Counter.big);
        assertNull(Counter.object);
        Counter.object = "x";
    }

    @Passes
    void aLazySingletonIsMadeAgain() throws InterruptedException {
        Concurrently.Action use = () -> Counter.get();
        Concurrently.run(use, use);
        assertEquals(1, ++Counter.get().uses);
    }

    private enum Mutable {
        A,
        B;

        static int extra;
        final AtomicInteger hits = new AtomicInteger();
    }

    @Passes
    void theConstantsOfAnEnumAreTheSameWithNewFields() {
        assertEquals(1, Mutable.A.hits.incrementAndGet());
        assertEquals(1, ++Mutable.extra);
        assertSame(Mutable.A, Mutable.valueOf("A"));
        assertSame(Mutable.B, Enum.valueOf(Mutable.class, "B"));
        assertSame(Mutable.B, Mutable.class.getEnumConstants()[1]);
        assertSame(Mutable.A, EnumSet.allOf(Mutable.class).iterator().next());
        Map<Mutable, Integer> map = new EnumMap<>(Map.of(Mutable.B, 1));
        assertTrue(map.containsKey(Mutable.B));
    }

    private enum Bodies {
        PLUS {
            private int calls;

            @Override
            int apply(int number) {
                calls++;
                return number + calls;
            }
        },
        MINUS {
            @Override
            int apply(int number) {
                return number - 1;
            }
        };

        abstract int apply(int number);
    }

    @Passes
    void constantsWithBodiesAreNewToo() {
        assertEquals(11, Bodies.PLUS.apply(10));
        assertEquals(9, Bodies.MINUS.apply(10));
        switch (Bodies.valueOf("PLUS")) {
            case PLUS -> assertEquals(12, Bodies.PLUS.apply(10));
            case MINUS -> throw new IllegalStateException();
        }
    }

    private interface Constants {
        AtomicInteger COUNT = new AtomicInteger();
        List<String> NAMES = new ArrayList<>(List.of("a"));
        String TEXT = "k";
    }

    @Passes
    void theConstantsOfAnInterfaceAreNew() {
        assertEquals(1, Constants.COUNT.incrementAndGet());
        Constants.NAMES.add(Constants.TEXT);
        assertEquals(List.of("a", "k"), Constants.NAMES);
    }

    private static final class Lambdas {
        static int count;
        static final IntSupplier NEXT = () -> ++count;
    }

    @Passes
    void aLambdaInAStaticFieldSeesNewState() {
        assertEquals(1, Lambdas.NEXT.getAsInt());
    }

    private static final class ByReference {
        static int count = 10;

        static int next() {
            return ++count;
        }
    }

    private static final class ByHandle {
        static int count = 10;

        static int next() {
            return ++count;
        }
    }

    @Passes
    void methodReferencesAndHandlesFindNewState() throws Throwable {
        IntSupplier reference = ByReference::next;
        assertEquals(11, reference.getAsInt());
        int handled = (int) MethodHandles.lookup()
                .findStatic(ByHandle.class, "next", MethodType.methodType(int.class))
                .invokeExact();
        assertEquals(11, handled);
    }

    private static final class WithVarHandle {
        static final VarHandle NUMBER;
        static int count;
        volatile int number;

        static {
            try {
                NUMBER = MethodHandles.lookup().findVarHandle(WithVarHandle.class, "number", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }

    @Passes
    void aVarHandleInAStaticFieldWorks() {
        WithVarHandle object = new WithVarHandle();
        WithVarHandle.NUMBER.getAndAdd(object, 3);
        assertEquals(3, object.number);
        assertEquals(1, ++WithVarHandle.count);
    }

    private static final class ByField {
        static int value = 5;
        private static int other = 5;
    }

    private static final class ByMethod {
        static int value = 5;

        static int next() {
            return ++value;
        }
    }

    private static final class ByConstructor {
        static int value = 5;

        ByConstructor() {
            value++;
        }
    }

    private static final class ByStaticHandle {
        static int value = 5;
    }

    @Passes
    void reflectionFindsNewState() throws ReflectiveOperationException {
        Field field = ByField.class.getDeclaredField("value");
        field.setAccessible(true);
        assertEquals(5, field.getInt(null));
        field.setInt(null, 9);
        assertEquals(5, ByField.class.getDeclaredField("other").get(null));
        AtomicInteger constant =
                (AtomicInteger) Constants.class.getField("COUNT").get(null);
        assertSame(Constants.COUNT, constant);
        Method method = ByMethod.class.getDeclaredMethod("next");
        method.setAccessible(true);
        assertEquals(6, method.invoke(null));
        Constructor<ByConstructor> constructor = ByConstructor.class.getDeclaredConstructor();
        constructor.setAccessible(true);
        constructor.newInstance();
        assertEquals(6, ByConstructor.value);
        VarHandle handle = MethodHandles.privateLookupIn(ByStaticHandle.class, MethodHandles.lookup())
                .findStaticVarHandle(ByStaticHandle.class, "value", int.class);
        assertEquals(5, (int) handle.getAndAdd(1));
    }

    @SuppressWarnings("serial")
    private static final class Serial implements Serializable {
        private static final ObjectStreamField[] serialPersistentFields = {new ObjectStreamField("shown", int.class)};

        final int shown = 1;
        final int hidden = 2;
    }

    @Passes
    void serialFieldsStayDeclared() {
        assertEquals(1, ObjectStreamClass.lookup(Serial.class).getFields().length);
    }

    @SuppressWarnings("serial")
    private static class Versioned implements Serializable {
        static int count = Integer.parseInt("1");
        protected final int number = 1;

        synchronized void use() {
            count++;
        }
    }

    @SuppressWarnings("serial")
    private static final class VersionedChild extends Versioned {
        synchronized void more() {}
    }

    @Passes
    void theVersionOfASerializableClassStaysAsItWas() {
        new Versioned().use();
        new VersionedChild().more();
        assertEquals(VERSION, ObjectStreamClass.lookup(Versioned.class).getSerialVersionUID());
        assertEquals(
                VERSION_OF_CHILD, ObjectStreamClass.lookup(VersionedChild.class).getSerialVersionUID());
    }

    private static final class Reflected {
        static final List<String> LIST = new ArrayList<>();
        static int number = 3;
    }

    @Passes
    void reflectionSeesWhatTheProgramHasDeclared() throws NoSuchFieldException {
        assertEquals(2, Reflected.class.getDeclaredFields().length);
        assertEquals(0, Reflected.class.getDeclaredMethods().length);
        Field list = Reflected.class.getDeclaredField("LIST");
        list.setAccessible(true);
        assertEquals("static final", Modifier.toString(list.getModifiers()));
        assertThrows(IllegalAccessException.class, () -> list.set(null, List.of()));
        assertEquals(
                "static",
                Modifier.toString(Reflected.class.getDeclaredField("number").getModifiers()));
    }

    private static final class Updated {
        static final AtomicIntegerFieldUpdater<Updated> NUMBER =
                AtomicIntegerFieldUpdater.newUpdater(Updated.class, "number");
        static int made;
        volatile int number;
    }

    @Passes
    void anUpdaterInAStaticFieldWorks() {
        assertEquals(1, Updated.NUMBER.incrementAndGet(new Updated()));
        assertEquals(1, ++Updated.made);
    }

    private static final class WithHandler {
        static final Logger LOGGER = Logger.getLogger("dev.jcoyote.scenarios.static");
        static int count;

        static {
            LOGGER.setUseParentHandlers(false);
            LOGGER.addHandler(new ConsoleHandler());
        }
    }

    @Passes
    void aHandlerIsAddedToALoggerOnce() {
        WithHandler.count = 1;
        assertEquals(1, WithHandler.LOGGER.getHandlers().length);
    }

    private static final class Kept {
        static int count;

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));
        }
    }

    @Warns("Kept from one execution to the next: dev.jcoyote.scenarios.StaticStateScenarios$Kept.count.")
    @Passes
    void aClassThatRegistersAShutdownHookKeepsItsState() {
        Kept.count++;
    }

    private record Point(int x) {
        static final List<Point> ALL = new ArrayList<>();
        static int made;

        Point {
            made++;
        }

        static Point of(int x) {
            Point point = new Point(x);
            ALL.add(point);
            return point;
        }
    }

    @Passes
    void staticFieldsOfARecordAreNew() {
        Point.of(1);
        assertEquals(1, Point.made);
        assertEquals(List.of(new Point(1)), Point.ALL);
    }

    private static final class KotlinObject {
        static final KotlinObject INSTANCE = new KotlinObject();
        int state;
    }

    @Passes
    void anObjectOfKotlinIsNew() {
        assertEquals(1, ++KotlinObject.INSTANCE.state);
    }
}

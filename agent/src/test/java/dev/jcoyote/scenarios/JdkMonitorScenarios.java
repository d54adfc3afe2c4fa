package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.beans.PropertyChangeSupport;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Observable;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Vector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Monitors of the JDK's own classes: who calls the program back inside one, and who takes two. */
final class JdkMonitorScenarios {
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();

    private void awaitOpened() {
        try {
            opened.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A key that waits for others in whatever a collection asks it. */
    private final class Slow implements Comparable<Slow> {
        private final int number;

        Slow(int number) {
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            awaitOpened();
            return other instanceof Slow slow && slow.number == number;
        }

        @Override
        public int hashCode() {
            Thread.yield();
            return 1;
        }

        @Override
        public int compareTo(Slow other) {
            awaitOpened();
            return Integer.compare(number, other.number);
        }

        @Override
        public String toString() {
            awaitOpened();
            return "slow";
        }
    }

    @Passes
    void anEqualsThatWaitsInsideAVectorKeepsOthersOut() throws InterruptedException {
        Vector<Object> vector = new Vector<>(List.of(new Slow(1), new Slow(2)));
        Concurrently.run(
                () -> assertEquals(1, vector.indexOf(new Slow(2))),
                () -> assertTrue(vector.size() >= 2),
                opened::countDown);
    }

    @Passes
    void aComparisonThatWaitsInsideAVectorKeepsOthersOut() throws InterruptedException {
        Vector<Slow> vector = new Vector<>(List.of(new Slow(2), new Slow(1)));
        Concurrently.run(
                () -> vector.sort(null), () -> assertEquals(1, vector.get(0).hashCode()), opened::countDown);
        assertEquals(1, vector.get(0).number);
    }

    @Passes
    void anEqualsThatWaitsInsideAHashtableKeepsOthersOut() throws InterruptedException {
        Map<Object, Integer> table = new Hashtable<>();
        table.put(new Slow(1), 1);
        Concurrently.run(
                () -> assertEquals(1, table.get(new Slow(1))), () -> assertFalse(table.isEmpty()), opened::countDown);
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for the monitor of Hashtable#")
    void anEqualsThatWaitsForOneThatNeedsTheHashtableIsADeadlock() throws InterruptedException {
        Map<Object, Integer> table = new Hashtable<>();
        table.put(new Slow(1), 1);
        Concurrently.run(() -> table.get(new Slow(1)), () -> {
            table.put("other", 2);
            opened.countDown();
        });
    }

    @Passes
    void aTextThatWaitsInsideAStringBufferKeepsOthersOut() throws InterruptedException {
        StringBuffer buffer = new StringBuffer();
        Concurrently.run(() -> buffer.append(new Slow(1)), () -> buffer.append('x'), opened::countDown);
        assertEquals(5, buffer.length());
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for Vector#")
    void twoVectorsThatAreAddedToEachOther() throws InterruptedException {
        List<Integer> first = new Vector<>(List.of(1));
        List<Integer> second = new Vector<>(List.of(2));
        Concurrently.run(() -> first.addAll(0, second), () -> second.addAll(0, first));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for Vector#")
    void twoVectorsThatAreComparedWithEachOther() throws InterruptedException {
        List<Integer> first = new Vector<>(List.of(1));
        List<Integer> second = new Vector<>(List.of(1));
        Concurrently.run(() -> assertEquals(first, second), () -> assertEquals(second, first));
    }

    @Passes
    void aListThatCopiesAVectorWaitsForItsMonitor() throws InterruptedException {
        Vector<Integer> vector = new Vector<>(List.of(1));
        List<Integer> readOnly = Collections.unmodifiableList(vector);
        Concurrently.run(
                () -> {
                    synchronized (vector) {
                        vector.add(2);
                        Thread.yield();
                        vector.add(3);
                    }
                },
                () -> {
                    List<Integer> copy = new ArrayList<>();
                    copy.addAll(vector);
                    assertTrue(copy.size() == 1 || copy.size() == 3);
                    assertTrue(readOnly.size() >= copy.size());
                });
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for Collections.SynchronizedRandomAccessList#")
    void twoSynchronizedListsThatAreAddedToEachOther() throws InterruptedException {
        List<Integer> first = Collections.synchronizedList(new ArrayList<>(List.of(1)));
        List<Integer> second = Collections.synchronizedList(new ArrayList<>(List.of(2)));
        Concurrently.run(() -> first.addAll(second), () -> second.addAll(first));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for Hashtable#")
    void twoHashtablesThatAreComparedWithEachOther() throws InterruptedException {
        Map<Integer, Integer> first = new Hashtable<>(Map.of(1, 1));
        Map<Integer, Integer> second = new Hashtable<>(Map.of(1, 1));
        Concurrently.run(() -> assertEquals(first, second), () -> assertEquals(second, first));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for StringBuffer#")
    void twoStringBuffersThatAreAppendedToEachOther() throws InterruptedException {
        StringBuffer first = new StringBuffer("a");
        StringBuffer second = new StringBuffer("b");
        Concurrently.run(() -> first.append(second), () -> second.append(first));
    }

    @Passes
    void aCacheThatForgetsTheEldestAsksTheProgramInsideItsMonitor() throws InterruptedException {
        Map<Integer, Integer> cache = Collections.synchronizedMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
                int before = calls.get();
                Thread.yield();
                calls.set(before + 1);
                return size() > 2;
            }
        });
        Concurrently.run(() -> cache.put(1, 1), () -> cache.put(2, 2), () -> cache.put(3, 3));
        assertEquals(3, calls.get(), "no two at a time");
        assertEquals(2, cache.size());
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for Hashtable#")
    void twoTablesWhoseCallbacksUseEachOther() throws InterruptedException {
        Map<String, Integer> first = new Hashtable<>();
        Map<String, Integer> second = new Hashtable<>();
        Concurrently.run(
                () -> first.computeIfAbsent("a", key -> second.size()),
                () -> second.computeIfAbsent("b", key -> first.size()));
    }

    @Passes
    void propertiesMayBeLoadedAndReadAtOnce() throws InterruptedException {
        Properties properties = new Properties();
        properties.setProperty("a", "1");
        Concurrently.run(
                () -> properties.setProperty("b", "2"),
                () -> assertEquals("1", properties.getProperty("a")),
                () -> properties.forEach((key, value) -> Thread.yield()));
        assertEquals(2, properties.size());
    }

    @Passes
    @SuppressWarnings("deprecation") // programs use it still
    void anObserverMayGiveWay() throws InterruptedException {
        Observable observable = new Observable() {
            @Override
            public void notifyObservers() {
                setChanged();
                super.notifyObservers();
            }
        };
        observable.addObserver((source, argument) -> {
            Thread.yield();
            calls.incrementAndGet();
        });
        Concurrently.run(observable::notifyObservers, observable::notifyObservers);
        assertTrue(calls.get() >= 1);
    }

    @Passes
    void aListenerOfAPropertyMayGiveWay() throws InterruptedException {
        PropertyChangeSupport support = new PropertyChangeSupport(this);
        support.addPropertyChangeListener(change -> {
            Thread.yield();
            calls.incrementAndGet();
        });
        Concurrently.run(
                () -> support.firePropertyChange("name", 1, 2),
                () -> support.addPropertyChangeListener(change -> calls.incrementAndGet()));
        assertTrue(calls.get() >= 1);
    }

    /** A bundle that gives way while it is made. */
    public static final class Texts extends ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            Thread.yield();
            return new Object[][] {{"key", "value"}};
        }
    }

    @Passes
    void aBundleIsLoadedByWhoComesFirst() throws InterruptedException {
        ResourceBundle.clearCache();
        Concurrently.Action read = () -> assertEquals(
                "value",
                ResourceBundle.getBundle(Texts.class.getName(), Locale.ROOT, Texts.class.getClassLoader())
                        .getString("key"));
        Concurrently.run(read, read);
    }

    @Passes
    void whatACleanerDoesOnDemandIsDoneOnce() throws InterruptedException {
        Cleaner.Cleanable cleanable = CLEANER.register(this, new Count(calls));
        Concurrently.run(cleanable::clean, cleanable::clean);
        assertEquals(1, calls.get());
    }

    private static final Cleaner CLEANER = Cleaner.create();

    /** Knows nothing of what it cleans up after. */
    private static final class Count implements Runnable {
        private final AtomicInteger count;

        Count(AtomicInteger count) {
            this.count = count;
        }

        @Override
        public void run() {
            Thread.yield();
            count.incrementAndGet();
        }
    }

    /** A loader that waits while it is asked for a class. */
    private final class SlowLoader extends ClassLoader {
        SlowLoader() {
            super(JdkMonitorScenarios.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                awaitOpened();
                return super.loadClass(name, resolve);
            }
        }
    }

    @Passes
    void aLoaderThatWaitsKeepsOthersOutOfTheSameClass() throws InterruptedException {
        ClassLoader loader = new SlowLoader();
        Concurrently.Action load = () -> assertNotNull(loader.loadClass("java.util.ArrayList"));
        Concurrently.run(load, load, opened::countDown);
    }
}

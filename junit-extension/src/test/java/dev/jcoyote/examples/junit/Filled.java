package dev.jcoyote.examples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.junit.SystematicTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.io.TempDir;

/** Test classes whose fields others fill. */
public final class Filled {
    private Filled() {}

    /** Fills fields by their names, and counts how often it is called. */
    public static class Filler implements TestInstancePostProcessor, BeforeEachCallback, AfterEachCallback {
        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            Lifecycles.called("post-process");
            if (instance instanceof ByExtension test) {
                test.service = "service";
                test.port = 8080;
                test.setting = "from extension";
            }
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            Lifecycles.called("before each");
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Lifecycles.called("after each");
        }
    }

    /** Keeps what it makes before the test. */
    public static class Resource implements BeforeEachCallback {
        private boolean ready;

        @Override
        public void beforeEach(ExtensionContext context) {
            ready = true;
        }
    }

    /** Is filled by extensions. */
    @ExtendWith(Filler.class)
    public static class ByExtension {
        @RegisterExtension
        final Resource resource = new Resource();

        private final AtomicInteger own = new AtomicInteger();
        private final List<String> list = new ArrayList<>();

        @Nullable
        String service;

        int port;
        String setting = "default";

        @SystematicTest(iterations = 3)
        void test() {
            assertEquals("service", service);
            assertEquals(8080, port);
            assertEquals("from extension", setting);
            assertTrue(resource.ready);
            assertEquals(1, own.incrementAndGet());
            list.add("x");
            assertEquals(1, list.size());
        }
    }

    /** Uses directories that JUnit makes. */
    public static class WithDirectories {
        @TempDir
        private Path field;

        @SystematicTest(iterations = 3)
        void test(@TempDir Path parameter) throws IOException {
            Files.createFile(Files.createDirectory(field.resolve("sub")).resolve("file"));
            Files.createFile(parameter.resolve("file"));
        }
    }

    /** Has one instance for all tests, filled by a method that runs once. */
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    public static class OneInstance {
        private final AtomicInteger counter = new AtomicInteger();

        @Nullable
        private List<String> shared;

        @BeforeAll
        void prepare() {
            shared = List.of("shared");
        }

        @SystematicTest(iterations = 3)
        void test() {
            assertNotNull(shared);
            assertEquals(1, counter.incrementAndGet());
        }
    }

    /** Sees what JUnit's thread has. */
    @ExtendWith(OfThread.Binder.class)
    public static class OfThread {
        private static final ThreadLocal<List<String>> PLAIN = new ThreadLocal<>();
        private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();
        private static final ClassLoader LOADER = new ClassLoader(OfThread.class.getClassLoader()) {};

        /** Binds values to JUnit's thread. */
        public static class Binder implements BeforeEachCallback, AfterEachCallback {
            @Override
            public void beforeEach(ExtensionContext context) {
                PLAIN.set(List.of("bound"));
                INHERITED.set("inherited");
                Thread.currentThread().setContextClassLoader(LOADER);
            }

            @Override
            public void afterEach(ExtensionContext context) {
                assertEquals(List.of("bound"), PLAIN.get());
                PLAIN.remove();
                INHERITED.remove();
                Thread.currentThread().setContextClassLoader(OfThread.class.getClassLoader());
            }
        }

        @SystematicTest(iterations = 3)
        void test() throws InterruptedException {
            assertEquals(List.of("bound"), PLAIN.get());
            assertSame(LOADER, Thread.currentThread().getContextClassLoader());
            AtomicInteger seen = new AtomicInteger();
            Thread child = new Thread(() -> {
                if ("inherited".equals(INHERITED.get()) && PLAIN.get() == null) {
                    seen.incrementAndGet();
                }
            });
            child.start();
            child.join();
            assertEquals(1, seen.get());
            PLAIN.set(List.of("changed"));
            INHERITED.set("changed");
        }
    }
}

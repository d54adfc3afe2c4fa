package dev.jcoyote.examples.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.jcoyote.junit.SystematicTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.InjectMocks;
import org.mockito.Mock;
import org.mockito.Spy;
import org.mockito.junit.jupiter.MockitoExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Test classes that use other libraries of tests. */
public final class Companions {
    private Companions() {}

    /** What is mocked. */
    public interface Gateway {
        /** Takes money. */
        boolean charge(int amount);
    }

    /** What is tested: charges twice if two threads pay at the same time. */
    public static final class Till {
        private final Gateway gateway;
        private final List<Integer> paid;
        private final AtomicBoolean done = new AtomicBoolean();

        Till(Gateway gateway, List<Integer> paid) {
            this.gateway = gateway;
            this.paid = paid;
        }

        void pay(int amount, boolean safely) {
            if (safely ? done.compareAndSet(false, true) : !done.get()) {
                done.set(true);
                if (gateway.charge(amount)) {
                    synchronized (this) {
                        paid.add(amount);
                    }
                }
            }
        }
    }

    /** Its annotations are filled by Mockito. */
    @ExtendWith(MockitoExtension.class)
    public static class WithMockito {
        @Mock
        private Gateway gateway;

        @Spy
        private final List<Integer> paid = new ArrayList<>();

        @InjectMocks
        private Till till;

        @BeforeEach
        void accept() {
            when(gateway.charge(anyInt())).thenReturn(true);
        }

        private void payTwice(boolean safely) throws InterruptedException {
            Thread other = new Thread(() -> till.pay(5, safely));
            other.start();
            till.pay(5, safely);
            other.join();
            verify(gateway, times(1)).charge(5);
            verify(paid).add(5);
        }

        @SystematicTest(iterations = 100)
        void chargesOnce() throws InterruptedException {
            payTwice(true);
        }

        @SystematicTest(iterations = 100)
        void chargesTwice() throws InterruptedException {
            payTwice(false);
        }

        // It leaves a stubbing unused, as some executions of other tests do: strictness is for tests that run once.
        @SystematicTest(iterations = 20)
        void takesMocksAsParameters(@Mock Gateway parameter) {
            when(parameter.charge(1)).thenReturn(true);
            assertThat(parameter.charge(1)).isTrue();
        }

        @Test
        void ordinary() {
            till.pay(1, true);
            verify(gateway).charge(1);
        }
    }

    /** Makes its mocks itself. */
    public static class WithMocksOfItsOwn {
        @SystematicTest(iterations = 100)
        void stubsAndVerifiesInSeveralThreads() throws InterruptedException {
            Gateway gateway = mock(Gateway.class);
            when(gateway.charge(1)).thenReturn(true);
            Thread other = new Thread(() -> gateway.charge(1));
            other.start();
            assertThat(gateway.charge(1)).isTrue();
            other.join();
            verify(gateway, times(2)).charge(1);
        }
    }

    /** Counts. */
    public static class Counter {
        private final AtomicInteger value = new AtomicInteger();

        void add(boolean safely) {
            if (safely) {
                value.incrementAndGet();
            } else {
                value.set(value.get() + 1);
            }
        }
    }

    /** A context of Spring. */
    @Configuration
    public static class Beans {
        @Bean
        Counter counter() {
            return new Counter();
        }
    }

    /** Is filled by Spring; the beans are the same in every execution. */
    @SpringJUnitConfig(Beans.class)
    public static class WithSpring {
        @Autowired
        private Counter counter;

        private void addTwice(boolean safely) throws InterruptedException {
            int before = counter.value.get();
            Thread other = new Thread(() -> counter.add(safely));
            other.start();
            counter.add(safely);
            other.join();
            assertEquals(before + 2, counter.value.get());
        }

        @SystematicTest(iterations = 100)
        void passes() throws InterruptedException {
            addTwice(true);
        }

        @SystematicTest(iterations = 100)
        void losesAnUpdate() throws InterruptedException {
            addTwice(false);
        }

        @SystematicTest(iterations = 20)
        void takesBeansAsParameters(@Autowired Counter parameter) {
            assertThat(parameter).isSameAs(counter);
        }
    }

    /** Waits with Awaitility, and checks with AssertJ. */
    public static class WithAwaitilityAndAssertJ {
        private final AtomicInteger done = new AtomicInteger();

        @SystematicTest(iterations = 50)
        void awaitsAnotherThread() {
            Thread other = new Thread(done::incrementAndGet);
            other.start();
            await().atMost(5, TimeUnit.SECONDS).until(() -> done.get() == 1);
            assertThat(done).hasValue(1);
        }

        @SystematicTest(iterations = 50)
        void awaitsWhatNeverComes() {
            await().atMost(1, TimeUnit.SECONDS).until(() -> done.get() == 2);
        }

        @SystematicTest(iterations = 50)
        void failsBySoftAssertions() throws InterruptedException {
            Thread other = new Thread(done::incrementAndGet);
            other.start();
            int seen = done.get();
            other.join();
            assertSoftly(softly -> {
                softly.assertThat(seen).as("seen").isLessThan(2);
                softly.assertThat(seen).as("late").isZero();
            });
        }
    }

    /** Something like a container: started once, with a thread of its own, outside control. */
    public static class Server implements BeforeAllCallback, AfterAllCallback {
        private final AtomicInteger requests = new AtomicInteger();
        private final AtomicBoolean running = new AtomicBoolean();

        @Override
        public void beforeAll(ExtensionContext context) {
            running.set(true);
        }

        @Override
        public void afterAll(ExtensionContext context) {
            running.set(false);
        }

        int request() {
            assertThat(running).isTrue();
            return requests.incrementAndGet();
        }
    }

    /** Has an extension that is started once for the class. */
    public static class WithStaticExtension {
        @RegisterExtension
        static final Server SERVER = new Server();

        private static int prepared;

        @BeforeAll
        static void prepare() {
            prepared++;
        }

        @SystematicTest(iterations = 30)
        void asksTheServer() throws InterruptedException {
            assertEquals(1, prepared);
            Thread other = new Thread(SERVER::request);
            other.start();
            SERVER.request();
            other.join();
        }

        @AfterAll
        static void forget() {
            prepared = 0;
        }
    }
}

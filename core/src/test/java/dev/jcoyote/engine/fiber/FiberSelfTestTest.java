package dev.jcoyote.engine.fiber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.bridge.Fibers;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each fault that fibers may have is found, and told as what it is. */
@Timeout(10)
class FiberSelfTestTest {
    @Test
    void fibersThatCannotBeSuspendedAreRefused() {
        Fibers pinned = new FakeFibers() {
            @Override
            public boolean suspend() {
                return false;
            }
        };
        assertThat(FiberSelfTest.tryAll(pinned)).contains("cannot suspend a fiber that holds a monitor");
    }

    @Test
    void fibersThatRunAsTheirCallerAreRefused() {
        assertThat(FiberSelfTest.tryAll(new FakeFibers())).contains("lose their identity");
    }

    @Test
    void fibersThatDoNotEndAreRefused() {
        Fibers idle = new FakeFibers() {
            @Override
            void resume(Body body) {}
        };
        assertThat(FiberSelfTest.tryAll(idle)).contains("do not come to their end");
    }

    @Test
    void fibersThatFailAreRefusedWithWhatTheyThrow() {
        Fibers failing = new FakeFibers() {
            @Override
            public void run(Source source) {
                throw new IllegalStateException("no continuation");
            }
        };
        assertThat(FiberSelfTest.tryAll(failing))
                .contains("fail their self-test")
                .contains("no continuation");
    }

    @Test
    void fibersOfAnotherJdkAreRefusedWithWhatIsMissing() {
        Fibers unlinked = new FakeFibers() {
            @Override
            public Object create(Thread thread, Runnable body) {
                throw new NoSuchMethodError("yield");
            }
        };
        assertThat(FiberSelfTest.tryAll(unlinked))
                .contains("fail their self-test")
                .contains("yield");
    }

    @Test
    void identitiesThatDoNotChangeLoseNoStores() {
        assertThat(FiberSelfTest.losesStores(new FakeFibers(), 1_000)).isFalse();
    }

    /** The JIT compiler's fault, played by hand: what was stored before the change is not there after it. */
    @Test
    void storesThatAreGoneAfterAChangeOfIdentityAreFound() {
        FiberSelfTest.Cells cells = new FiberSelfTest.Cells();
        Fibers losing = new FakeFibers() {
            private int changes;

            @Override
            public void become(Thread thread) {
                if (++changes == 999) {
                    cells.number = 0;
                }
            }
        };
        assertThat(FiberSelfTest.losesStores(losing, 1_000, cells)).isTrue();
    }

    /** Fibers without continuations: each body has an operating system thread, which is also who it is. */
    private static class FakeFibers implements Fibers {
        /** A body that runs in turns with who resumes it. */
        static final class Body {
            final SynchronousQueue<Boolean> turns = new SynchronousQueue<>();
            final SynchronousQueue<Boolean> returns = new SynchronousQueue<>();
            final Runnable code;
            boolean begun;
            volatile boolean over;

            Body(Runnable code) {
                this.code = code;
            }
        }

        private @Nullable Body running;

        @Override
        public Object create(Thread thread, Runnable body) {
            return new Body(body);
        }

        @Override
        public void run(Source source) {
            for (Object next = source.next(); next != null; next = source.next()) {
                running = (Body) next;
                resume(running);
            }
        }

        void resume(Body body) {
            if (body.over) {
                throw new IllegalStateException("The continuation has ended");
            }
            if (body.begun) {
                put(body.turns);
            } else {
                body.begun = true;
                Thread thread = new Thread(() -> {
                    body.code.run();
                    body.over = true;
                    put(body.returns);
                });
                thread.setDaemon(true);
                thread.start();
            }
            take(body.returns);
        }

        @Override
        public boolean suspend() {
            Body body = running;
            if (body == null) {
                throw new IllegalStateException("No fiber runs");
            }
            put(body.returns);
            return take(body.turns);
        }

        private static void put(SynchronousQueue<Boolean> queue) {
            try {
                queue.put(true);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static boolean take(SynchronousQueue<Boolean> queue) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public StackTraceElement[] stackOf(Object fiber) {
            return new StackTraceElement[0];
        }

        @Override
        public void become(Thread thread) {}
    }
}

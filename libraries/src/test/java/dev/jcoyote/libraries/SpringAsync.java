package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Spring's pool and its asynchronous methods, in a context that each execution starts and closes. */
final class SpringAsync implements TestBody {
    @Override
    public void run() throws InterruptedException {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Beans.class)) {
            Counter counter = context.getBean(Counter.class);
            Crew.run(
                    () -> Check.equal(true, counter.add(1).join() > 0),
                    () -> Check.equal(true, counter.add(2).join() > 0),
                    () -> context.getBean(ThreadPoolTaskExecutor.class)
                            .submit(() -> counter.add(3).join())
                            .get());
            Check.equal(6, counter.add(0).join());
        }
    }

    /** The beans. */
    @Configuration
    @EnableAsync
    static class Beans {
        @Bean
        Executor taskExecutor() {
            ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
            executor.setCorePoolSize(2);
            executor.setMaxPoolSize(3);
            executor.setQueueCapacity(10);
            executor.setWaitForTasksToCompleteOnShutdown(true);
            executor.setThreadNamePrefix("async-");
            return executor;
        }

        @Bean
        Counter counter() {
            return new SharedCounter();
        }
    }

    /** Counts on other threads. */
    interface Counter {
        /** Adds that much, and gives the sum. */
        CompletableFuture<Integer> add(int amount);
    }

    /** The bean behind the proxy. */
    static class SharedCounter implements Counter {
        private final AtomicInteger sum = new AtomicInteger();

        @Override
        @Async
        public CompletableFuture<Integer> add(int amount) {
            return CompletableFuture.completedFuture(sum.addAndGet(amount));
        }
    }
}

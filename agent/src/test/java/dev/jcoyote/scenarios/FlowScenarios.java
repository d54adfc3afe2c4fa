package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;

/** Reactive streams: {@code Flow} and {@code SubmissionPublisher}. */
final class FlowScenarios {
    /** Adds up what it is sent, one item at a time. */
    private static final class Summing implements Flow.Subscriber<Integer> {
        final AtomicInteger sum = new AtomicInteger();
        final CountDownLatch done = new CountDownLatch(1);
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(1);
        }

        @Override
        public void onNext(Integer item) {
            sum.addAndGet(item);
            subscription.request(1);
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            done.countDown();
        }
    }

    @Passes
    void everySubscriberIsSentEveryItem() throws InterruptedException {
        Summing first = new Summing();
        Summing second = new Summing();
        try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
            publisher.subscribe(first);
            publisher.subscribe(second);
            for (int i = 1; i <= 3; i++) {
                publisher.submit(i);
            }
        }
        first.done.await();
        second.done.await();
        assertEquals(6, first.sum.get());
        assertEquals(6, second.sum.get());
    }
}

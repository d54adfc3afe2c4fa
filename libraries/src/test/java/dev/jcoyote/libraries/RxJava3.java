package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** RxJava 3 on a pool of its own: a flow that changes threads, and a processor that two threads feed. */
final class RxJava3 implements TestBody {
    @Override
    public void run() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Scheduler scheduler = Schedulers.from(pool);
        Flowable<Integer> sums = Flowable.range(1, 4)
                .flatMap(value -> Flowable.just(value).subscribeOn(scheduler).map(one -> one * 10))
                .observeOn(scheduler)
                .reduce(0, Integer::sum)
                .toFlowable();
        Check.equal(100, sums.blockingFirst());

        PublishProcessor<Integer> processor = PublishProcessor.create();
        TestSubscriber<Integer> subscriber =
                processor.onBackpressureBuffer().observeOn(scheduler).test();
        var serialized = processor.toSerialized();
        Crew.run(() -> serialized.onNext(1), () -> serialized.onNext(2));
        serialized.onComplete();
        subscriber.await();
        Check.equal(2, subscriber.values().size());
        subscriber.assertNoErrors();
        pool.shutdown();
    }
}

package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import io.reactivex.processors.BehaviorProcessor;
import io.reactivex.subscribers.TestSubscriber;

/** RxJava 2: who subscribes to a processor while it completes hears of its end (issue 5280). */
final class SubscribeAtEnd implements TestBody {
    @Override
    public void run() throws InterruptedException {
        BehaviorProcessor<Integer> processor = BehaviorProcessor.create();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Crew.run(processor::onComplete, () -> processor.subscribe(subscriber));
        subscriber.assertResult();
    }
}

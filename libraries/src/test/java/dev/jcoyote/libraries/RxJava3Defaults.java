package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** RxJava 3 on the schedulers that it keeps in static fields. */
final class RxJava3Defaults implements TestBody {
    @Override
    public void run() {
        List<Integer> values = Flowable.range(1, 3)
                .parallel(2)
                .runOn(Schedulers.computation())
                .map(value -> value * value)
                .sequential()
                .delay(1, TimeUnit.SECONDS)
                .observeOn(Schedulers.io())
                .sorted()
                .toList()
                .blockingGet();
        Check.equal(List.of(1, 4, 9), values);
    }
}

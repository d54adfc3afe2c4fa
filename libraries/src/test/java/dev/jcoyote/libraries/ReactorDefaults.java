package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Reactor on the schedulers that it keeps in static fields. */
final class ReactorDefaults implements TestBody {
    @Override
    public void run() {
        List<Integer> values = Flux.range(1, 3)
                .delayElements(Duration.ofSeconds(1))
                .flatMap(value -> Flux.just(value * value).subscribeOn(Schedulers.boundedElastic()))
                .publishOn(Schedulers.parallel())
                .sort()
                .collectList()
                .block();
        Check.equal(List.of(1, 4, 9), values);
    }
}

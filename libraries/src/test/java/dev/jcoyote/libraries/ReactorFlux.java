package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reactor on a scheduler of its own: a parallel flow, a sink that two threads feed, and a timeout. */
final class ReactorFlux implements TestBody {
    @Override
    public void run() throws InterruptedException {
        Scheduler scheduler = Schedulers.newParallel("flux", 2);
        List<Integer> squares = Flux.range(1, 4)
                .parallel(2)
                .runOn(scheduler)
                .map(value -> value * value)
                .sequential()
                .sort()
                .collectList()
                .block();
        Check.equal(List.of(1, 4, 9, 16), squares);

        Sinks.Many<Integer> sink = Sinks.many().unicast().onBackpressureBuffer();
        Mono<Integer> sum =
                sink.asFlux().publishOn(scheduler).reduce(Integer::sum).cache();
        sum.subscribe();
        Crew.run(
                () -> sink.emitNext(1, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1))),
                () -> sink.emitNext(2, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1))));
        sink.tryEmitComplete().orThrow();
        Check.equal(3, sum.block(Duration.ofSeconds(10)));

        Mono<String> late = Mono.delay(Duration.ofHours(1), scheduler).map(tick -> "late");
        Check.equal(
                "early",
                late.timeout(Duration.ofSeconds(1), Mono.just("early"), scheduler)
                        .block());
        scheduler.dispose();
    }
}

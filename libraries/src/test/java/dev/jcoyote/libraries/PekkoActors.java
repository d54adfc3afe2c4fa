package dev.jcoyote.libraries;

import com.typesafe.config.ConfigFactory;
import dev.jcoyote.TestBody;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;

/** Pekko's actors: three threads tell a counter, and ask it for the sum. */
final class PekkoActors implements TestBody {
    @Override
    public void run() throws InterruptedException {
        ActorSystem system = ActorSystem.create(
                "crew", ConfigFactory.parseString("pekko.loglevel=off").withFallback(ConfigFactory.load()));
        ActorRef counter = system.actorOf(Props.create(Counter.class, Counter::new), "counter");
        Crew.run(
                () -> counter.tell(1, ActorRef.noSender()),
                () -> counter.tell(2, ActorRef.noSender()),
                () -> counter.tell(3, ActorRef.noSender()));
        CompletionStage<Object> sum = Patterns.ask(counter, "sum", Duration.ofSeconds(10));
        Check.equal(6, sum.toCompletableFuture().join());
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }

    /** Adds what it is told. */
    private static final class Counter extends AbstractActor {
        private int sum;

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(Integer.class, amount -> sum += amount)
                    .matchEquals("sum", question -> getSender().tell(sum, getSelf()))
                    .build();
        }
    }
}

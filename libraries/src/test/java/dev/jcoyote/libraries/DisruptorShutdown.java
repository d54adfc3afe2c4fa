package dev.jcoyote.libraries;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import dev.jcoyote.TestBody;
import java.util.concurrent.atomic.AtomicInteger;

/** The disruptor: a shutdown waits until all that was published is consumed (issue 517, open in 4.0.0). */
final class DisruptorShutdown implements TestBody {
    @Override
    public void run() {
        AtomicInteger consumed = new AtomicInteger();
        Disruptor<int[]> disruptor = new Disruptor<>(
                () -> new int[1], 2, DaemonThreadFactory.INSTANCE, ProducerType.SINGLE, new BlockingWaitStrategy());
        disruptor.handleEventsWith((event, sequence, isEndOfBatch) -> consumed.incrementAndGet());
        disruptor.start();
        disruptor.publishEvent((event, sequence) -> event[0] = 1);
        disruptor.shutdown();
        Check.equal(1, consumed.get());
    }
}

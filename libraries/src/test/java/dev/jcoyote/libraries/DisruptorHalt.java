package dev.jcoyote.libraries;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import dev.jcoyote.TestBody;
import java.util.ArrayList;
import java.util.List;

/** The disruptor: one that is halted ends its thread, even if that has not begun to run yet. */
final class DisruptorHalt implements TestBody {
    @Override
    public void run() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        Disruptor<int[]> disruptor = new Disruptor<>(
                () -> new int[1],
                2,
                body -> {
                    Thread thread = new Thread(body, "processor");
                    threads.add(thread);
                    return thread;
                },
                ProducerType.SINGLE,
                new BlockingWaitStrategy());
        disruptor.handleEventsWith((event, sequence, isEndOfBatch) -> event[0]++);
        disruptor.start();
        disruptor.publishEvent((event, sequence) -> event[0] = 0);
        disruptor.halt();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}

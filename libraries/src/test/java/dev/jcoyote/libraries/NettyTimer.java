package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Netty's timer: two threads set timeouts, one of which is cancelled; the others expire once. */
final class NettyTimer implements TestBody {
    @Override
    public void run() throws InterruptedException {
        HashedWheelTimer timer = new HashedWheelTimer(10, TimeUnit.MILLISECONDS, 8);
        CountDownLatch expired = new CountDownLatch(2);
        AtomicInteger cancelled = new AtomicInteger();
        Crew.run(() -> timer.newTimeout(timeout -> expired.countDown(), 25, TimeUnit.MILLISECONDS), () -> {
            Timeout never = timer.newTimeout(timeout -> cancelled.incrementAndGet(), 1, TimeUnit.HOURS);
            timer.newTimeout(timeout -> expired.countDown(), 40, TimeUnit.MILLISECONDS);
            Check.equal(true, never.cancel());
        });
        expired.await();
        timer.newTimeout(timeout -> cancelled.incrementAndGet(), 1, TimeUnit.HOURS);
        Check.equal(1, timer.stop().size());
        Check.equal(0, cancelled.get());
    }
}

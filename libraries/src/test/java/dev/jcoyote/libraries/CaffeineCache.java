package dev.jcoyote.libraries;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.jcoyote.TestBody;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Caffeine with its default executor: values are computed once, evicted when they are too many, and expire. */
final class CaffeineCache implements TestBody {
    @Override
    public void run() throws InterruptedException {
        AtomicInteger loads = new AtomicInteger();
        AtomicInteger removals = new AtomicInteger();
        Cache<Integer, Integer> cache = Caffeine.newBuilder()
                .maximumSize(2)
                .expireAfterWrite(Duration.ofMinutes(1))
                .evictionListener((key, value, cause) -> removals.incrementAndGet())
                .recordStats()
                .build();
        AsyncLoadingCache<Integer, Integer> async =
                Caffeine.newBuilder().buildAsync(key -> key + loads.incrementAndGet());
        Crew.run(
                () -> Check.equal(10, cache.get(1, key -> 10)),
                () -> Check.equal(async.get(5).join(), async.get(5).join()),
                () -> {
                    for (int key = 1; key <= 4; key++) {
                        Check.equal(key * 10, cache.get(key, wanted -> wanted * 10));
                    }
                });
        Check.equal(1, loads.get());
        cache.cleanUp();
        Check.equal(true, cache.estimatedSize() <= 2);
        Check.equal(true, removals.get() >= 2);
        Thread.sleep(Duration.ofMinutes(2).toMillis());
        cache.cleanUp();
        Check.equal(0L, cache.estimatedSize());
    }
}

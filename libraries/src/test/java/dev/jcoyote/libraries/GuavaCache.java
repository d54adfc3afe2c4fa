package dev.jcoyote.libraries;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import dev.jcoyote.TestBody;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Guava's cache: three threads load two values, each of which is computed once until it is invalidated or expires. */
final class GuavaCache implements TestBody {
    @Override
    public void run() throws InterruptedException {
        AtomicInteger loads = new AtomicInteger();
        AtomicInteger removals = new AtomicInteger();
        LoadingCache<String, Integer> cache = CacheBuilder.newBuilder()
                .maximumSize(10)
                .expireAfterWrite(Duration.ofMinutes(1))
                .removalListener(removed -> removals.incrementAndGet())
                .recordStats()
                .build(CacheLoader.from(key -> {
                    loads.incrementAndGet();
                    return key.length();
                }));
        Crew.run(
                () -> Check.equal(3, cache.getUnchecked("one")),
                () -> Check.equal(5, cache.getUnchecked("three")),
                () -> Check.equal(3, cache.getUnchecked("one")));
        Check.equal(2, loads.get());
        Check.equal(3L, cache.stats().requestCount());
        cache.invalidate("one");
        Thread.sleep(Duration.ofMinutes(2).toMillis());
        Crew.run(() -> Check.equal(3, cache.getUnchecked("one")), () -> Check.equal(5, cache.getUnchecked("three")));
        Check.equal(4, loads.get());
        Check.equal(2, removals.get());
    }
}

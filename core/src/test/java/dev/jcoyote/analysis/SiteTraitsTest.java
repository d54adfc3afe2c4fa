package dev.jcoyote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTraitsTest {
    @ParameterizedTest
    @CsvSource({
        "AtomicInteger.get, false, 1",
        "AtomicInteger.set, true, 2",
        "AtomicInteger.lazySet, true, 2",
        "AtomicInteger.incrementAndGet, true, 3",
        "AtomicInteger.getPlain, false, 0",
        "AtomicInteger.setOpaque, true, 0",
        "AtomicReference.getAcquire, false, 1",
        "AtomicReference.weakCompareAndSetPlain, true, 0",
        "VarHandle.get, false, 0",
        "VarHandle.set, true, 0",
        "VarHandle.getVolatile, false, 1",
        "VarHandle.setRelease, true, 2",
        "VarHandle.setVolatile, true, 2",
        "VarHandle.compareAndSet, true, 3",
        "VarHandle.getAndAddAcquire, true, 1",
        "VarHandle.getAndAddRelease, true, 2",
        "AtomicIntegerFieldUpdater.addAndGet, true, 3",
        "Unsafe.getObjectVolatile, false, 1",
        "Unsafe.putOrderedLong, true, 2",
        "Unsafe.putLongVolatile, true, 2",
        "Unsafe.compareAndSwapInt, true, 3",
        "Unsafe.getAndAddInt, true, 3",
        "VarHandle.acquireFence, false, 1",
        "VarHandle.loadLoadFence, false, 1",
        "VarHandle.storeStoreFence, false, 2",
        "VarHandle.fullFence, false, 3",
        "Unsafe.loadFence, false, 1",
        "Unsafe.storeFence, false, 2",
    })
    void anAccessOrdersMemoryAsItsNameSays(String target, boolean write, int expected) {
        int order = SiteTraits.find(target, write) & (SiteTraits.ACQUIRE | SiteTraits.RELEASE);

        assertThat(order).isEqualTo(expected);
    }
}

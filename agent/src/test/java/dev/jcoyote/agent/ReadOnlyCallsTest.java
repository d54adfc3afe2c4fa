package dev.jcoyote.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyCallsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "get",
                "getCount",
                "getAcquire",
                "getPlain",
                "getOrDefault",
                "containsKey",
                "size",
                "isEmpty",
                "isDone",
                "peek",
                "peekFirst",
                "element",
                "availablePermits",
                "hasQueuedThreads",
                "toString",
                "sum",
                "validate"
            })
    void readsAreRecognised(String name) {
        assertTrue(ReadOnlyCalls.contains(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set",
                "put",
                "getAndSet",
                "getAndIncrement",
                "take",
                "poll",
                "issue",
                "gets",
                "lock",
                "iterator",
                "compute",
                "countDown",
                "await",
                "submit",
                "next",
                "sumThenReset"
            })
    void everythingElseMayWrite(String name) {
        assertFalse(ReadOnlyCalls.contains(name));
    }
}

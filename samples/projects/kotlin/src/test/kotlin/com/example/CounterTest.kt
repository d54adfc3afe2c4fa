package com.example

import dev.jcoyote.junit.SystematicTest
import java.util.concurrent.atomic.AtomicInteger
import kotlin.concurrent.thread
import org.junit.jupiter.api.Assertions.assertEquals

class CounterTest {
    private val counter = AtomicInteger()

    @SystematicTest
    fun `both increments count`() {
        val other = thread { counter.set(counter.get() + 1) }
        counter.set(counter.get() + 1)
        other.join()
        assertEquals(2, counter.get())
    }

    @SystematicTest
    fun `both atomic increments count`() {
        val other = thread { counter.incrementAndGet() }
        counter.incrementAndGet()
        other.join()
        assertEquals(2, counter.get())
    }
}

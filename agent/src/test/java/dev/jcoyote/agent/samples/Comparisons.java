package dev.jcoyote.agent.samples;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Compare-and-sets that succeed and that fail. */
public final class Comparisons implements Callable<String> {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

    @Override
    public String call() {
        AtomicInteger atomic = new AtomicInteger();
        int[] array = new int[1];
        String results = atomic.compareAndSet(0, 1) + " " + atomic.compareAndSet(0, 2);
        results += " " + ELEMENT.compareAndSet(array, 0, 0, 1) + " " + ELEMENT.weakCompareAndSetPlain(array, 0, 0, 2);
        return results + " " + atomic.compareAndExchange(0, 3);
    }
}

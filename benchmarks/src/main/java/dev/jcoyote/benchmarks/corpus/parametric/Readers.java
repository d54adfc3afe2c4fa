package dev.jcoyote.benchmarks.corpus.parametric;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.concurrent.atomic.AtomicInteger;

/** One writer of a variable and so many readers (Abdulla, Aronis, Jonsson and Sagonas, POPL 2014). */
record Readers(int readers) implements TestBody {
    @Override
    public void run() throws InterruptedException {
        AtomicInteger variable = new AtomicInteger();
        new Threads().start(() -> variable.set(1)).start(readers, variable::get).join();
    }
}

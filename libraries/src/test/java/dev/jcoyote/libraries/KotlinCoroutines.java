package dev.jcoyote.libraries;

import dev.jcoyote.TestBody;
import java.util.concurrent.atomic.AtomicInteger;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.ExecutorCoroutineDispatcher;
import kotlinx.coroutines.ThreadPoolDispatcherKt;

/** Kotlin's coroutines on a dispatcher of two threads: jobs that start jobs, and a parent that waits for all. */
final class KotlinCoroutines implements TestBody {
    @Override
    public void run() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        try (ExecutorCoroutineDispatcher dispatcher =
                ThreadPoolDispatcherKt.newFixedThreadPoolContext(2, "coroutines")) {
            int children = BuildersKt.runBlocking(dispatcher, (scope, continuation) -> {
                launch(scope, dispatcher, done::incrementAndGet);
                launch(scope, dispatcher, done::incrementAndGet);
                launch(scope, dispatcher, () -> {
                    done.incrementAndGet();
                    launch(scope, dispatcher, done::incrementAndGet);
                });
                // The parent's end waits for its children and for theirs.
                return 3;
            });
            Check.equal(3, children);
            Check.equal(4, done.get());
        }
    }

    private static Object launch(CoroutineScope scope, CoroutineContext context, Runnable work) {
        return BuildersKt.launch(scope, context, CoroutineStart.DEFAULT, (inner, continuation) -> {
            work.run();
            return kotlin.Unit.INSTANCE;
        });
    }
}

package dev.jcoyote.cli;

import dev.jcoyote.Isolation;
import dev.jcoyote.TestBody;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The test method as a test body.
 *
 * <p>The class is loaded, but not initialised, after the JVM was instrumented and before the first execution. Each execution makes an instance of its
 * own, under control, and waits for the result if it is a {@link CompletionStage} or a {@link Future}.
 */
final class ProgramBody implements TestBody {
    private final ProgramMethod target;
    private final ClassLoader loader;
    private final @Nullable Supplier<ClassLoader> loaders;

    private @Nullable TestCall call;
    private @Nullable ClassLoader current;

    /** Creates one that loads the program once. */
    ProgramBody(ProgramMethod target, ClassLoader loader) {
        this(target, loader, null);
    }

    private ProgramBody(ProgramMethod target, ClassLoader loader, @Nullable Supplier<ClassLoader> loaders) {
        this.target = target;
        this.loader = loader;
        this.loaders = loaders;
    }

    /** Creates one that loads the program as the isolation says: once, or in every execution. */
    static ProgramBody of(ProgramMethod target, Program program, ClassLoader loader, Isolation isolation) {
        return new ProgramBody(target, loader, isolation == Isolation.LOADER ? program::nextLoader : null);
    }

    /**
     * Loads and links the method's class, without initialising it.
     *
     * @throws UsageException if it does not load; the message names the class that is missing
     */
    static void check(ProgramMethod target, ClassLoader throwaway) {
        try {
            TestCall.of(target, throwaway);
        } catch (LinkageError | ReflectiveOperationException e) {
            throw new UsageException(
                    "The class " + target.className() + " cannot be loaded: " + MissingClass.describe(e), e);
        }
    }

    @Override
    public void prepare() throws ReflectiveOperationException {
        call = TestCall.of(target, loader);
    }

    @Override
    public void prepareExecution() throws ReflectiveOperationException {
        Supplier<ClassLoader> fresh = loaders;
        if (fresh != null) {
            current = fresh.get();
            call = TestCall.of(target, current);
        }
    }

    @Override
    public void run() throws Throwable {
        if (call == null) {
            throw new IllegalStateException("The body was not prepared");
        }
        if (current != null) {
            Thread.currentThread().setContextClassLoader(current);
        }
        await(call.invoke());
    }

    private static void await(@Nullable Object result) throws Throwable {
        Object future = result instanceof CompletionStage<?> stage ? stage.toCompletableFuture() : result;
        if (future instanceof Future<?> pending) {
            try {
                pending.get();
            } catch (ExecutionException e) {
                throw cause(e);
            }
        }
    }

    /** The error inside the wrappers that futures put around it. */
    private static Throwable cause(ExecutionException wrapper) {
        Throwable error = wrapper;
        while (error instanceof ExecutionException || error instanceof CompletionException) {
            Throwable cause = error.getCause();
            if (cause == null) {
                break;
            }
            error = cause;
        }
        return error;
    }
}

package dev.jcoyote.cli;

import dev.jcoyote.TestBody;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The test method as a test body.
 *
 * <p>The class is loaded in the first execution, after the JVM was instrumented. Each execution makes an instance of its
 * own, under control, and waits for the result if it is a {@link CompletionStage} or a {@link Future}.
 */
final class ProgramBody implements TestBody {
    private final ProgramMethod target;
    private final ClassLoader loader;

    private @Nullable Method method;
    /** Null for a static method. */
    private @Nullable Constructor<?> constructor;

    ProgramBody(ProgramMethod target, ClassLoader loader) {
        this.target = target;
        this.loader = loader;
    }

    /**
     * Loads and links the method's class, without initialising it.
     *
     * @throws UsageException if it does not load; the message names the class that is missing
     */
    static void check(ProgramMethod target, ClassLoader throwaway) {
        try {
            new ProgramBody(target, throwaway).method();
        } catch (LinkageError | ReflectiveOperationException e) {
            throw new UsageException(
                    "The class " + target.className() + " cannot be loaded: " + MissingClass.describe(e), e);
        }
    }

    @Override
    public void run() throws Throwable {
        Method called = method();
        Object result;
        try {
            Object instance = constructor == null ? null : constructor.newInstance();
            result = target.isMain() ? called.invoke(instance, (Object) new String[0]) : called.invoke(instance);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        await(result);
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

    private Method method() throws ReflectiveOperationException {
        Method known = method;
        if (known == null) {
            Class<?> owner = Class.forName(target.className(), false, loader);
            known = declared(owner);
            known.setAccessible(true);
            if (!Modifier.isStatic(known.getModifiers())) {
                Constructor<?> found = owner.getDeclaredConstructor();
                found.setAccessible(true);
                constructor = found;
            }
            method = known;
        }
        return known;
    }

    private Method declared(Class<?> owner) throws NoSuchMethodException {
        Class<?>[] parameters = target.isMain() ? new Class<?>[] {String[].class} : new Class<?>[0];
        for (Class<?> each = owner; each != null; each = each.getSuperclass()) {
            try {
                return each.getDeclaredMethod(target.name(), parameters);
            } catch (NoSuchMethodException e) {
                // A superclass may have it.
            }
        }
        throw new NoSuchMethodException(target.testName());
    }
}

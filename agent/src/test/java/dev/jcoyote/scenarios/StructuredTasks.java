package dev.jcoyote.scenarios;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** {@code StructuredTaskScope}, by reflection: a preview of newer JDKs. */
final class StructuredTasks implements AutoCloseable {
    private static final String NAME = "java.util.concurrent.StructuredTaskScope";

    private final Object scope;

    /** Opens one whose first failure cancels the others. */
    StructuredTasks() throws Exception {
        scope = call(Class.forName(NAME), "open", null);
    }

    /** Opens one that is cancelled after that time as well. */
    StructuredTasks(Duration limit) throws Exception {
        Class<?> joiner = Class.forName(NAME + "$Joiner");
        UnaryOperator<Object> withTimeout = configuration -> {
            try {
                return call(Class.forName(NAME + "$Configuration"), "withTimeout", configuration, limit);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        scope = call(Class.forName(NAME), "open", null, call(joiner, "awaitAllSuccessfulOrThrow", null), withTimeout);
    }

    /** Starts a subtask. */
    Object fork(Callable<?> task) throws Exception {
        return call(Class.forName(NAME), "fork", scope, task);
    }

    /** Waits for all, or for the cancellation; throws what the scope does. */
    void join() throws Exception {
        call(Class.forName(NAME), "join", scope);
    }

    /** A subtask's result. */
    static Object result(Object subtask) throws Exception {
        return call(Class.forName(NAME + "$Subtask"), "get", subtask);
    }

    @Override
    public void close() {
        try {
            call(Class.forName(NAME), "close", scope);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Class<?> type, String method, Object receiver, Object... arguments) throws Exception {
        try {
            return Arrays.stream(type.getMethods())
                    .filter(candidate -> candidate.getName().equals(method)
                            && candidate.getParameterCount() == arguments.length
                            && takes(candidate.getParameterTypes(), arguments))
                    .findFirst()
                    .orElseThrow()
                    .invoke(receiver, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error) {
                throw (Error) e.getCause();
            }
            throw (Exception) e.getCause();
        }
    }

    private static boolean takes(Class<?>[] types, Object... arguments) {
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }
}

package dev.jcoyote.junit;

import dev.jcoyote.testing.VirtualTime;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExecutableInvoker;

/** A call of a method of one of an execution's instances. Not a lambda: its frames are in the stacks of reports. */
interface Call {
    /** Makes the call on one of these instances, the outermost of which is the first. */
    void on(List<Object> instances) throws Throwable;

    /**
     * A call with these arguments on the instance of that index.
     *
     * @throws IllegalArgumentException if the method's class is not open to this library
     */
    static Call of(Method method, int index, List<?> arguments) {
        if (!method.trySetAccessible()) {
            throw new IllegalArgumentException(
                    method + " cannot be called: open its package to " + Call.class.getModule());
        }
        MethodHandle handle;
        try {
            handle = MethodHandles.lookup().unreflect(method);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(method + " cannot be called: " + e.getMessage(), e);
        }
        return new Bound(
                MethodHandles.insertArguments(handle, 1, arguments.toArray())
                        .asType(MethodType.methodType(void.class, Object.class)),
                index);
    }

    /** A call whose arguments JUnit resolves each time. */
    static Call resolved(Method method, int index, ExecutableInvoker invoker) {
        return new Resolved(method, index, invoker);
    }

    /** This call, which may take no longer than that in virtual time; null for no limit. */
    default Call within(@Nullable Duration limit, Method method) {
        return limit == null ? this : new Limited(this, limit, method.getName());
    }

    /**
     * A call that fails if it has taken too long.
     *
     * @param limit in virtual time
     * @param method the method's name
     */
    record Limited(Call call, Duration limit, String method) implements Call {
        @Override
        public void on(List<Object> instances) throws Throwable {
            long begin = VirtualTime.nanoTime();
            call.on(instances);
            Duration taken = Duration.ofNanos(VirtualTime.nanoTime() - begin);
            if (taken.compareTo(limit) > 0) {
                throw new TimeoutException(method + "() timed out: it may take " + seconds(limit) + ", but took "
                        + seconds(taken) + " of virtual time");
            }
        }

        private static String seconds(Duration time) {
            return time.toMillis() / 1e3 + " s";
        }
    }

    /**
     * A call whose arguments are known.
     *
     * @param handle takes an instance
     * @param index which one
     */
    record Bound(MethodHandle handle, int index) implements Call {
        @Override
        public void on(List<Object> instances) throws Throwable {
            handle.invokeExact(instances.get(index));
        }
    }

    /**
     * A call whose arguments are not known.
     *
     * @param method what to call
     * @param index on which instance
     * @param invoker resolves them
     */
    record Resolved(Method method, int index, ExecutableInvoker invoker) implements Call {
        @Override
        public void on(List<Object> instances) {
            invoker.invoke(method, instances.get(index));
        }
    }
}

package dev.jcoyote.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The call of a test method, on a new instance if it is not static.
 *
 * <p>It is a method handle: the JVM leaves its frames out of stack traces. Reflection would leave its own in, and on JDK
 * 17 it generates a class at the 16th call, in the middle of an execution.
 */
final class TestCall {
    /** The JVM generates a class for a handle at its 128th call, but a new handle shares what was generated before. */
    private static final int CALLS_OF_A_HANDLE = 100;

    private final Method method;
    /** Null for a static method. */
    private final @Nullable Constructor<?> constructor;

    private MethodHandle handle;
    private int calls;

    private TestCall(Method method, @Nullable Constructor<?> constructor) throws IllegalAccessException {
        this.method = method;
        this.constructor = constructor;
        handle = handle(method, constructor);
    }

    /**
     * Loads and links the method's class, without initialising it.
     *
     * @throws LinkageError if the class, or one that it needs, does not load
     */
    static TestCall of(ProgramMethod target, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> owner = Class.forName(target.className(), false, loader);
        Method method = declared(target, owner);
        method.setAccessible(true);
        Constructor<?> constructor = null;
        if (!Modifier.isStatic(method.getModifiers())) {
            constructor = owner.getDeclaredConstructor();
            constructor.setAccessible(true);
        }
        return new TestCall(method, constructor);
    }

    /** Calls the method; the result is null if it is void. */
    @Nullable
    Object invoke() throws Throwable {
        if (++calls > CALLS_OF_A_HANDLE) {
            handle = handle(method, constructor);
            calls = 1;
        }
        return (Object) handle.invokeExact();
    }

    private static MethodHandle handle(Method method, @Nullable Constructor<?> constructor)
            throws IllegalAccessException {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        MethodHandle call = lookup.unreflect(method).asFixedArity();
        if (method.getParameterCount() > 0) {
            call = MethodHandles.insertArguments(call, call.type().parameterCount() - 1, (Object) new String[0]);
        }
        if (constructor != null) {
            Class<?> receiver = call.type().parameterType(0);
            MethodHandle instance = lookup.unreflectConstructor(constructor);
            call = MethodHandles.collectArguments(call, 0, instance.asType(MethodType.methodType(receiver)));
        }
        return call.asType(MethodType.methodType(Object.class));
    }

    private static Method declared(ProgramMethod target, Class<?> owner) throws NoSuchMethodException {
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

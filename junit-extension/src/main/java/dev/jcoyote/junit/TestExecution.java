package dev.jcoyote.junit;

import dev.jcoyote.TestBody;
import dev.jcoyote.scheduler.ExecutionAbandoned;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.opentest4j.TestAbortedException;

/**
 * What is run in every execution: makes the instances, then calls what comes before the test, the test, and what comes
 * after it, with JUnit's rules for what is thrown.
 */
final class TestExecution implements TestBody {
    private final FreshInstances instances;
    private final List<Call> beforeAndTest;
    private final List<Call> after;
    private int begun;
    private int aborted;
    private @Nullable TestAbortedException lastAbort;

    private TestExecution(FreshInstances instances, List<Call> beforeAndTest, List<Call> after) {
        this.instances = instances;
        this.beforeAndTest = beforeAndTest;
        this.after = after;
    }

    /**
     * Creates the body of a test.
     *
     * @param before the calls that JUnit would have made before the test, in its order
     * @param test the call that JUnit would have made of the test
     */
    static TestExecution of(
            List<ReflectiveInvocationContext<Method>> before,
            ReflectiveInvocationContext<Method> test,
            ExtensionContext context) {
        List<ReflectiveInvocationContext<Method>> all = new ArrayList<>(before);
        all.add(test);
        FreshInstances instances = new FreshInstances(context, new TemporaryDirectories(context, all));
        TimeLimits limits = new TimeLimits(context);
        List<Call> beforeAndTest = new ArrayList<>();
        for (ReflectiveInvocationContext<Method> call : before) {
            Method method = call.getExecutable();
            beforeAndTest.add(call(call, instances).within(limits.ofLifecycle(method, "beforeeach"), method));
        }
        Method method = test.getExecutable();
        beforeAndTest.add(call(test, instances).within(limits.ofTest(method), method));
        return new TestExecution(instances, beforeAndTest, callsAfter(instances, limits, context));
    }

    private static Call call(ReflectiveInvocationContext<Method> call, FreshInstances instances) {
        Object target = call.getTarget().orElseThrow();
        return Call.of(call.getExecutable(), instances.indexOf(target), call.getArguments());
    }

    /** The calls that JUnit makes after a test: those of inner classes first, in each those of subclasses first. */
    private static List<Call> callsAfter(FreshInstances instances, TimeLimits limits, ExtensionContext context) {
        List<Call> calls = new ArrayList<>();
        List<? extends Class<?>> types = instances.types();
        for (int i = types.size() - 1; i >= 0; i--) {
            for (Method method : AnnotationSupport.findAnnotatedMethods(
                    types.get(i), AfterEach.class, HierarchyTraversalMode.BOTTOM_UP)) {
                Call call = method.getParameterCount() == 0
                        ? Call.of(method, i, List.of())
                        : Call.resolved(method, i, context.getExecutableInvoker());
                calls.add(call.within(limits.ofLifecycle(method, "aftereach"), method));
            }
        }
        return calls;
    }

    @Override
    public void run() throws Throwable {
        begun++;
        try {
            runOnce();
        } catch (TestAbortedException e) {
            aborted++;
            lastAbort = e;
        }
    }

    /** The last failed assumption if no execution came past its assumptions, else null. */
    @Nullable
    TestAbortedException abort() {
        return aborted == begun ? lastAbort : null;
    }

    /** How many executions a failed assumption aborted. */
    int aborted() {
        return aborted;
    }

    private void runOnce() throws Throwable {
        List<Object> fresh = instances.create();
        List<AutoCloseable> mocks = instances.fill(fresh);
        Throwable failure = null;
        for (Call call : beforeAndTest) {
            failure = call(call, fresh, null);
            if (failure != null) {
                break;
            }
        }
        for (Call call : after) {
            failure = call(call, fresh, failure);
        }
        for (AutoCloseable opened : mocks) {
            opened.close();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Makes a call, and returns what the execution has failed with after it. */
    private static @Nullable Throwable call(Call call, List<Object> fresh, @Nullable Throwable earlier) {
        try {
            call.on(fresh);
            return earlier;
        } catch (ExecutionAbandoned e) {
            // The execution is over: nothing more is run in it.
            throw e;
        } catch (Throwable e) {
            return merge(earlier, e);
        }
    }

    /** A failure hides an abort, else what came first hides what came later. */
    private static Throwable merge(@Nullable Throwable earlier, Throwable later) {
        if (earlier == null || earlier == later) {
            return later;
        }
        boolean laterIsMain = earlier instanceof TestAbortedException && !(later instanceof TestAbortedException);
        Throwable main = laterIsMain ? later : earlier;
        main.addSuppressed(laterIsMain ? earlier : later);
        return main;
    }
}

package dev.jcoyote.junit;

import dev.jcoyote.testing.TestRun;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Explores systematic tests where JUnit would invoke them once. {@link SystematicTest} and {@link Systematic} register
 * it.
 *
 * <p>It skips the methods around the test, and keeps what JUnit would have called; the exploration takes the place of the
 * test's invocation. If the test has a time limit, the exploration follows when JUnit has left the method: the limit holds
 * for each execution, and what JUnit itself would interrupt surrounds the invocation.
 */
public final class SystematicTestExtension
        implements InvocationInterceptor, BeforeEachCallback, AfterTestExecutionCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SystematicTestExtension.class);

    /** Called by JUnit. */
    public SystematicTestExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        Request.refuseTemplates(context.getRequiredTestMethod());
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        if (skipped(invocation, context)) {
            recorded(context).before().add(call);
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        Request request = Request.of(context);
        if (request == null) {
            invocation.proceed();
            return;
        }
        invocation.skip();
        if (new TimeLimits(context).ofTest(call.getExecutable()) == null) {
            explore(request, call, context);
        } else {
            recorded(context).postponed().add(call);
        }
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        interceptTestMethod(invocation, call, context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Request request = Request.of(context);
        if (request == null || context.getExecutionException().isPresent()) {
            return;
        }
        for (ReflectiveInvocationContext<Method> test : recorded(context).postponed()) {
            explore(request, test, context);
        }
    }

    private static void explore(Request request, ReflectiveInvocationContext<Method> test, ExtensionContext context) {
        TestSettings settings = TestSettings.of(request, context);
        TestExecution body = TestExecution.of(recorded(context).before(), test, context);
        TestRun run = TestRun.of(settings.configuration(), settings.replay(), body);
        new Judgement(run, body, request.edited()).pass(context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        skipped(invocation, context);
    }

    /** Skips an invocation that belongs to a systematic test, and makes any other. */
    private static boolean skipped(Invocation<@Nullable Void> invocation, ExtensionContext context) throws Throwable {
        if (Request.of(context) == null) {
            invocation.proceed();
            return false;
        }
        invocation.skip();
        return true;
    }

    private static Recorded recorded(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        Recorded recorded = store.get(context.getUniqueId(), Recorded.class);
        if (recorded == null) {
            recorded = new Recorded(new ArrayList<>(), new ArrayList<>());
            store.put(context.getUniqueId(), recorded);
        }
        return recorded;
    }

    /**
     * What JUnit would have called.
     *
     * @param before before the test, in JUnit's order
     * @param postponed the test, if it is to be explored later
     */
    private record Recorded(
            List<ReflectiveInvocationContext<Method>> before, List<ReflectiveInvocationContext<Method>> postponed) {}
}

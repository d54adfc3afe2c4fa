package dev.jcoyote.junit;

import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.testing.Attachment;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Explores the methods annotated with {@link SystematicTest} where JUnit would invoke them, and keeps JUnit from invoking
 * the methods around them, which are part of each execution instead. {@link SystematicTest} registers it.
 */
public final class SystematicTestExtension implements InvocationInterceptor {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SystematicTestExtension.class);

    /** Called by JUnit. */
    public SystematicTestExtension() {}

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        if (annotation(context).isEmpty()) {
            invocation.proceed();
            return;
        }
        invocation.skip();
        callsBefore(context).add(call);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        Optional<SystematicTest> annotation = annotation(context);
        if (annotation.isEmpty()) {
            invocation.proceed();
            return;
        }
        invocation.skip();
        TestSettings settings = TestSettings.of(annotation.get(), context);
        Attachment.OF_THIS_JVM.require();
        TestExecution body = TestExecution.of(callsBefore(context), call, context);
        Replay replay = settings.replay();
        Report report = replay == null
                ? SystematicTesting.explore(settings.configuration(), body)
                : SystematicTesting.replay(settings.configuration(), replay.schedule(), body);
        new Judgement(report, replay).pass(body, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        if (annotation(context).isEmpty()) {
            invocation.proceed();
        } else {
            invocation.skip();
        }
    }

    private static Optional<SystematicTest> annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getTestMethod(), SystematicTest.class);
    }

    /** The calls that JUnit would have made before this test so far, in its order. */
    private static List<ReflectiveInvocationContext<Method>> callsBefore(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        CallsBefore calls = store.get(context.getUniqueId(), CallsBefore.class);
        if (calls == null) {
            calls = new CallsBefore(new ArrayList<>());
            store.put(context.getUniqueId(), calls);
        }
        return calls.list();
    }

    private record CallsBefore(List<ReflectiveInvocationContext<Method>> list) {}
}

package dev.jcoyote.agent;

import dev.jcoyote.bridge.Control;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/** Rewrites the classes of the JDK that block, when they are loaded or, if they are, by a retransformation. */
final class JdkTransformer implements ClassFileTransformer {
    private final ClassFilter filter;
    private final HookTable hooks;
    private final TransformationFailures failures;
    private final CallRules blockingCalls = CallRules.forJdk();
    private final CallRules valueCalls = CallRules.forJdkValues();
    private final Set<String> threads = synchronizedSet();
    private final Set<String> stripped = synchronizedSet();
    private final Set<String> seen = synchronizedSet();

    JdkTransformer(ClassFilter filter, HookTable hooks, TransformationFailures failures) {
        this.filter = filter;
        this.hooks = hooks;
        this.failures = failures;
        threads.add(Names.THREAD);
    }

    private static Set<String> synchronizedSet() {
        return Collections.synchronizedSet(new HashSet<>());
    }

    /** Whether a loaded class of the JDK is to be rewritten and was loaded past this transformer. */
    boolean isMissing(Class<?> type) {
        String name = type.getName().replace('.', '/');
        boolean thread = Thread.class.isAssignableFrom(type);
        if (thread) {
            threads.add(name);
        }
        return filter.decide(type.getClassLoader(), name, null) == ClassFilter.Verdict.JDK
                && !JdkClasses.features(name, thread).isEmpty()
                && !seen.contains(name);
    }

    /** How many classes of the JDK have been rewritten. */
    int count() {
        return seen.size();
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] file) {
        if (name == null) {
            return null;
        }
        boolean masked = Control.mask();
        try {
            return filter.decide(loader, name, null) == ClassFilter.Verdict.JDK ? rewrite(name, redefined, file) : null;
        } catch (Throwable e) {
            // The JVM would drop it and go on with the class as it is.
            failures.add(name, e);
            return null;
        } finally {
            Control.unmask(masked);
        }
    }

    private byte @Nullable [] rewrite(String name, @Nullable Class<?> redefined, byte[] file) {
        ClassReader reader = new ClassReader(file);
        Set<JdkFeature> features = JdkClasses.features(name, isThread(reader, name));
        if (features.isEmpty()) {
            return null;
        }
        seen.add(name);
        // The modifiers of a loaded class cannot change: what its first load took away has to go again, and no more.
        return rewrite(reader, features, redefined == null || stripped.contains(name));
    }

    private boolean isThread(ClassReader reader, String name) {
        boolean thread = threads.contains(name) || threads.contains(reader.getSuperName());
        if (thread) {
            threads.add(name);
        }
        return thread;
    }

    /** Rewrites a class; returns null if nothing in it needs it. */
    byte @Nullable [] rewrite(ClassReader reader, Set<JdkFeature> features, boolean stripSynchronized) {
        CallRules calls = features.contains(JdkFeature.BLOCKING) ? blockingCalls : valueCalls;
        ClassContext context = new ClassContext(reader, ClassOutline.of(reader), hooks, calls, null, null);
        ClassWriter writer = new ClassWriter(reader, 0);
        JdkClass visitor = new JdkClass(writer, context, features, stripSynchronized);
        reader.accept(visitor, ClassReader.EXPAND_FRAMES);
        if (visitor.isStripped()) {
            stripped.add(context.name());
        }
        return context.isChanged() ? writer.toByteArray() : null;
    }
}

package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.ClassStore;
import dev.jcoyote.agent.cache.Dependencies;
import dev.jcoyote.agent.cache.Fingerprint;
import dev.jcoyote.agent.cache.RewrittenClass;
import dev.jcoyote.bridge.Control;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rewrites the classes of the JDK that block, when they are loaded or, if they are, by a retransformation. */
final class JdkTransformer implements ClassFileTransformer {
    private static final int THREAD = 1;
    private static final int STRIP = 2;

    private final ClassFilter filter;
    private final Rewriters rewriters;
    private final ClassStore store;
    private final TransformationFailures failures;
    private final Set<String> threads = synchronizedSet();
    private final Set<String> stripped = synchronizedSet();
    private final Set<String> seen = synchronizedSet();

    JdkTransformer(ClassFilter filter, Rewriters rewriters, ClassStore store, TransformationFailures failures) {
        this.filter = filter;
        this.rewriters = rewriters;
        this.store = store;
        this.failures = failures;
        threads.add(Names.THREAD);
    }

    /**
     * Does for nothing what it does to find a class in the cache, so that all classes for it are loaded before: the JVM
     * cannot load a class that its own transformation needs.
     */
    void rehearse(byte[] sample) {
        if (isThread("", sample) || JdkClasses.features("", false).isEmpty()) {
            Fingerprint.of(sample);
        }
        store.rehearse();
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
        boolean thread = isThread(name, file);
        Set<JdkFeature> features = JdkClasses.features(name, thread);
        if (features.isEmpty()) {
            return null;
        }
        seen.add(name);
        // The modifiers of a loaded class cannot change: what its first load took away has to go again, and no more.
        boolean strip = redefined == null || stripped.contains(name);
        int variant = (thread ? THREAD : 0) | (strip ? STRIP : 0);
        long fingerprint = Fingerprint.of(file);
        RewrittenClass rewritten = store.find(name, variant, fingerprint, ClassStore.NO_FILES);
        if (rewritten == null) {
            Dependencies dependencies = new Dependencies();
            rewritten = rewriters.jdk().rewrite(file, features, strip, dependencies);
            store.add(name, variant, fingerprint, dependencies, rewritten);
        }
        if (rewritten.stripped()) {
            stripped.add(name);
        }
        return rewritten.define();
    }

    private boolean isThread(String name, byte[] file) {
        if (threads.contains(name)) {
            return true;
        }
        String superclass = new ConstantPool(file).superclass();
        boolean thread = superclass != null && threads.contains(superclass);
        if (thread) {
            threads.add(name);
        }
        return thread;
    }
}

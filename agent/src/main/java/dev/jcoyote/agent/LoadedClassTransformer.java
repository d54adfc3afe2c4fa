package dev.jcoyote.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the bodies of the program's classes that were loaded before the agent, such as the test class that attaches
 * it. Their synchronized methods stay: who calls one waits in the model first, see {@link KeptMethod}.
 */
final class LoadedClassTransformer implements ClassFileTransformer {
    private final ApplicationTransformer transformer;
    private final Set<Class<?>> classes = Collections.newSetFromMap(new WeakHashMap<>());

    LoadedClassTransformer(ApplicationTransformer transformer) {
        this.transformer = transformer;
    }

    /** Adds a class if it is one of the program's, and returns whether it is. */
    synchronized boolean add(Class<?> type) {
        String name = type.getName().replace('.', '/');
        if (!transformer.accepts(type.getClassLoader(), name, type.getProtectionDomain()) || !classes.add(type)) {
            return false;
        }
        transformer.addLoadedBefore(name);
        return true;
    }

    private synchronized boolean contains(Class<?> type) {
        return classes.contains(type);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] file) {
        // All others passed the first transformer, whose work is in the bytes that a retransformation begins with.
        return redefined != null && contains(redefined)
                ? transformer.transform(loader, name, domain, file, true)
                : null;
    }
}

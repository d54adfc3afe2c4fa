package dev.jcoyote.agent;

import dev.jcoyote.bridge.Control;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/**
 * Gives the classes of {@code java.util.concurrent} and the collections of {@code java.util} scheduling points, on top of
 * what {@link JdkTransformer} makes of them. It is there only while somebody wants them.
 */
final class DeepTransformer implements ClassFileTransformer {
    private final HookTable hooks;
    private final TransformationFailures failures;
    private final CallRules calls = CallRules.forOrdered();
    private final ClassHierarchy hierarchy = new JdkHierarchy();

    DeepTransformer(HookTable hooks, TransformationFailures failures) {
        this.hooks = hooks;
        this.failures = failures;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] file) {
        if (loader != null || name == null || !DeepClasses.contains(name)) {
            return null;
        }
        boolean masked = Control.mask();
        try {
            return rewrite(file, DeepClasses.isCollection(name));
        } catch (Throwable e) {
            // The JVM would drop it and go on with the class as it is.
            failures.add(name, e);
            return null;
        } finally {
            Control.unmask(masked);
        }
    }

    /** Rewrites a class; its sites have their numbers at once, for nothing of it is kept on disk. */
    private byte @Nullable [] rewrite(byte[] file, boolean plainAccesses) {
        ClassReader reader = new ClassReader(file);
        ClassContext context =
                new ClassContext(reader, ClassOutline.of(reader), hooks, calls, ClassSites.numbered(), hierarchy);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new DeepClass(writer, context, plainAccesses), ClassReader.EXPAND_FRAMES);
        return context.isChanged() ? writer.toByteArray() : null;
    }
}

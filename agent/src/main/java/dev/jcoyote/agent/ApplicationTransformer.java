package dev.jcoyote.agent;

import dev.jcoyote.bridge.Control;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the program's classes when they are loaded. What it changes goes beyond the bodies of methods, so it takes no
 * part in later retransformations, unless {@link AgentOrder} demands it: then it makes of the same bytes the same class
 * again. {@link LoadedClassTransformer} does what can be done for classes loaded before it.
 */
final class ApplicationTransformer implements ClassFileTransformer {
    private final ClassFilter filter;
    private final HookTable hooks;
    private final TransformationFailures failures;
    private final ClassHierarchy hierarchy;
    private final CallRules applicationCalls = CallRules.forApplication();
    private final CallRules bystanderCalls = CallRules.forBystanders();
    private volatile boolean plainAccesses;
    private volatile boolean repeating;

    ApplicationTransformer(
            ClassFilter filter, HookTable hooks, TransformationFailures failures, boolean plainAccesses) {
        this.filter = filter;
        this.hooks = hooks;
        this.failures = failures;
        this.plainAccesses = plainAccesses;
        hierarchy = new ClassHierarchy();
    }

    /** Sets whether plain fields and array elements get points, in classes loaded from now on. */
    void plainAccesses(boolean newPlainAccesses) {
        plainAccesses = newPlainAccesses;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] file) {
        boolean asked = redefined == null || (repeating && name != null && !hierarchy.isLoadedBefore(name));
        return asked ? transform(loader, name, domain, file, false) : null;
    }

    /** Sets whether it is asked in retransformations too, which begin with the bytes that it got at first. */
    void repeatInRetransformations(boolean repeat) {
        repeating = repeat;
    }

    /** Notes that a class of the program was loaded before the agent. */
    void addLoadedBefore(String name) {
        hierarchy.addLoadedBefore(name);
    }

    /** Whether a class is one of the program's. */
    boolean accepts(@Nullable ClassLoader loader, String name, @Nullable ProtectionDomain domain) {
        return filter.decide(loader, name, domain).isOfProgram();
    }

    /** Rewrites a class if it is one of the program's; records what goes wrong. */
    byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable ProtectionDomain domain,
            byte[] file,
            boolean bodyOnly) {
        if (name == null || loader == null || Companion.isOne(name)) {
            return null;
        }
        boolean masked = Control.mask();
        try {
            ClassFilter.Verdict verdict = filter.decide(loader, name, domain);
            return verdict.isOfProgram()
                    ? rewrite(loader, file, verdict == ClassFilter.Verdict.APPLICATION, bodyOnly)
                    : null;
        } catch (Throwable e) {
            // The JVM would drop it and go on with the class as it is.
            failures.add(name, e);
            return null;
        } finally {
            Control.unmask(masked);
        }
    }

    /**
     * Rewrites a class; returns null if nothing in it needs it. A method that hooks would make larger than a class file
     * allows stays as it is, and counts as a failure.
     */
    byte @Nullable [] rewrite(ClassLoader loader, byte[] file, boolean points, boolean bodyOnly) {
        Set<String> tooLarge = new HashSet<>();
        while (true) {
            try {
                return rewrite(loader, new ClassReader(file), points, bodyOnly, tooLarge);
            } catch (MethodTooLargeException e) {
                if (!tooLarge.add(e.getMethodName() + e.getDescriptor())) {
                    throw e;
                }
                failures.add(e.getClassName() + "." + e.getMethodName(), e);
            }
        }
    }

    private byte @Nullable [] rewrite(
            ClassLoader loader, ClassReader reader, boolean points, boolean bodyOnly, Set<String> untouched) {
        ClassOutline outline = ClassOutline.of(reader);
        hierarchy.register(loader, outline);
        ClassContext context =
                new ClassContext(reader, outline, hooks, points ? applicationCalls : bystanderCalls, loader, hierarchy);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        Companion companion = bodyOnly ? new Companion(loader, outline) : null;
        ApplicationClass.Mode mode = new ApplicationClass.Mode(points, points && plainAccesses, companion, untouched);
        reader.accept(new ApplicationClass(writer, context, mode), ClassReader.EXPAND_FRAMES);
        return context.isChanged() ? writer.toByteArray() : null;
    }
}

package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.Dependencies;
import dev.jcoyote.agent.cache.RewrittenClass;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodTooLargeException;

/**
 * Rewrites class files of the program. The outcome depends on the file, on the arguments, and on the files of the classes
 * that {@link ClassHierarchy} is asked for; where it depends on more, the dependencies say so.
 */
final class ProgramRewriter {
    private final HookTable hooks;
    private final KnownClasses known;
    private final TransformationFailures failures;
    private final ClassFilter filter;
    private final CallRules applicationCalls = CallRules.forApplication();
    private final CallRules bystanderCalls = CallRules.forBystanders();

    ProgramRewriter(HookTable hooks, KnownClasses known, TransformationFailures failures, ClassFilter filter) {
        this.filter = filter;
        this.hooks = hooks;
        this.known = known;
        this.failures = failures;
    }

    /**
     * Rewrites a class. A method that hooks would make larger than a class file allows does without those at plain accesses
     * and creations; if it still is too large it stays as it is, and counts as a failure.
     *
     * @param points whether it gets scheduling points, or is controlled only for what blocks
     * @param plainAccesses whether plain accesses are heard
     * @param bodyOnly whether it is loaded already, so that only the bodies of methods can change
     */
    RewrittenClass rewrite(
            ClassLoader loader,
            byte[] file,
            boolean points,
            boolean plainAccesses,
            boolean bodyOnly,
            Dependencies dependencies) {
        Set<String> large = new HashSet<>();
        Set<String> tooLarge = new HashSet<>();
        while (true) {
            try {
                return rewrite(loader, file, points, plainAccesses, bodyOnly, large, tooLarge, dependencies);
            } catch (MethodTooLargeException e) {
                if (large.add(ApplicationClass.originalName(e.getMethodName()) + e.getDescriptor())) {
                    continue;
                }
                if (!tooLarge.add(ApplicationClass.originalName(e.getMethodName()) + e.getDescriptor())) {
                    throw e;
                }
                // Each JVM has to report it.
                dependencies.addThisJvm();
                failures.add(e.getClassName() + "." + e.getMethodName(), e);
            }
        }
    }

    private RewrittenClass rewrite(
            ClassLoader loader,
            byte[] file,
            boolean points,
            boolean plainAccesses,
            boolean bodyOnly,
            Set<String> withoutPlain,
            Set<String> untouched,
            Dependencies dependencies) {
        // A companion is defined along with the class, and gets a name that only this JVM knows.
        ClassSites sites = bodyOnly ? ClassSites.numbered() : ClassSites.of(file);
        if (sites.areNumbered()) {
            dependencies.addThisJvm();
        }
        ClassReader reader = new ClassReader(file);
        ClassOutline outline = ClassOutline.of(reader);
        ClassContext context = new ClassContext(
                reader,
                outline,
                hooks,
                points ? applicationCalls : bystanderCalls,
                sites,
                new ClassHierarchy(known, loader, dependencies, filter));
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        Companion companion = bodyOnly ? new Companion(loader, outline) : null;
        ApplicationClass.Mode mode =
                new ApplicationClass.Mode(points, plainAccesses, companion, withoutPlain, untouched);
        reader.accept(new ApplicationClass(writer, context, mode), ClassReader.EXPAND_FRAMES);
        return context.isChanged() ? sites.in(writer.toByteArray(), false) : RewrittenClass.unchanged();
    }
}

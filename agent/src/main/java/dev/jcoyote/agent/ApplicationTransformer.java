package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.ClassStore;
import dev.jcoyote.agent.cache.Dependencies;
import dev.jcoyote.agent.cache.Fingerprint;
import dev.jcoyote.agent.cache.RewrittenClass;
import dev.jcoyote.agent.cache.TransformationCache;
import dev.jcoyote.bridge.Control;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the program's classes when they are loaded. What it changes goes beyond the bodies of methods, so it takes no
 * part in later retransformations, unless {@link AgentOrder} demands it: then it makes of the same bytes the same class
 * again. {@link LoadedClassTransformer} does what can be done for classes loaded before it.
 */
final class ApplicationTransformer implements ClassFileTransformer {
    private static final int POINTS = 1;
    private static final int PLAIN_ACCESSES = 2;

    private final ClassFilter filter;
    private final Rewriters rewriters;
    private final KnownClasses known;
    private final TransformationCache cache;
    private final TransformationFailures failures;
    private volatile boolean plainAccesses = true;
    private volatile boolean repeating;

    ApplicationTransformer(
            ClassFilter filter,
            Rewriters rewriters,
            KnownClasses known,
            TransformationCache cache,
            TransformationFailures failures) {
        this.filter = filter;
        this.rewriters = rewriters;
        this.known = known;
        this.cache = cache;
        this.failures = failures;
    }

    /** Sets whether the accesses of plain fields and array elements are heard, in classes loaded from now on. */
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
        boolean asked = redefined == null || (repeating && name != null && !known.isLoadedBefore(name));
        return asked ? transform(loader, name, domain, file, false) : null;
    }

    /** Sets whether it is asked in retransformations too, which begin with the bytes that it got at first. */
    void repeatInRetransformations(boolean repeat) {
        repeating = repeat;
    }

    /** Notes that a class of the program was loaded before the agent. */
    void addLoadedBefore(String name) {
        known.addLoadedBefore(name);
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
        if (name == null || loader == null || Names.isCompanion(name)) {
            return null;
        }
        boolean masked = Control.mask();
        try {
            ClassFilter.Verdict verdict = filter.decide(loader, name, domain);
            if (!verdict.isOfProgram()) {
                return null;
            }
            boolean points = verdict == ClassFilter.Verdict.APPLICATION;
            // Without a source, something generates the class: perhaps another one each time.
            boolean cached = !bodyOnly && ClassFilter.location(domain) != null;
            return rewrite(loader, name, file, points, bodyOnly, cached ? cache.program() : ClassStore.none())
                    .define();
        } catch (Throwable e) {
            // The JVM would drop it and go on with the class as it is.
            failures.add(name, e);
            return null;
        } finally {
            Control.unmask(masked);
        }
    }

    private RewrittenClass rewrite(
            ClassLoader loader, String name, byte[] file, boolean points, boolean bodyOnly, ClassStore store) {
        boolean plain = points && plainAccesses;
        int variant = (points ? POINTS : 0) | (plain ? PLAIN_ACCESSES : 0);
        long fingerprint = Fingerprint.of(file);
        known.register(loader, name, file, fingerprint);
        long key = fingerprint + filter.key();
        RewrittenClass rewritten = store.find(name, variant, key, known.filesOf(loader));
        if (rewritten == null) {
            Dependencies dependencies = new Dependencies();
            rewritten = rewriters.program().rewrite(loader, file, points, plain, bodyOnly, dependencies);
            store.add(name, variant, key, dependencies, rewritten);
        }
        return rewritten;
    }
}

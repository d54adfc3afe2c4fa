package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.Dependencies;
import dev.jcoyote.agent.cache.RewrittenClass;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;

/** Rewrites class files of the JDK; the outcome depends on the file and on the arguments alone. */
final class JdkRewriter {
    private final HookTable hooks;
    private final CallRules blockingCalls = CallRules.forJdk();
    private final CallRules valueCalls = CallRules.forJdkValues();
    private final CallRules collectionCalls = CallRules.forJdkCollections();
    private final CallRules hashCalls = CallRules.forJdkHashes();
    private final CallRules randomCalls = CallRules.forRandom();

    JdkRewriter(HookTable hooks) {
        this.hooks = hooks;
    }

    /** Rewrites a class for the given features. */
    RewrittenClass rewrite(
            byte[] file, Set<JdkFeature> features, boolean stripSynchronized, Dependencies dependencies) {
        ClassSites sites = ClassSites.of(file);
        if (sites.areNumbered()) {
            dependencies.addThisJvm();
        }
        ClassReader reader = new ClassReader(file);
        ClassContext context = new ClassContext(reader, ClassOutline.of(reader), hooks, calls(features), sites, null);
        ClassWriter writer = new ClassWriter(reader, 0);
        JdkClass visitor = new JdkClass(writer, context, features, stripSynchronized);
        reader.accept(visitor, ClassReader.EXPAND_FRAMES);
        return context.isChanged() ? sites.in(writer.toByteArray(), visitor.isStripped()) : RewrittenClass.unchanged();
    }

    private CallRules calls(Set<JdkFeature> features) {
        if (features.contains(JdkFeature.SEEDS)) {
            return randomCalls;
        }
        if (features.contains(JdkFeature.NESTED)) {
            return collectionCalls;
        }
        if (features.contains(JdkFeature.BLOCKING)) {
            return blockingCalls;
        }
        return features.contains(JdkFeature.HASHES) ? hashCalls : valueCalls;
    }
}

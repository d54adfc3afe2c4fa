package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.Dependencies;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The rewriters, made when the first class needs one: a start that finds all classes in the cache does without them, and
 * without ASM.
 */
final class Rewriters {
    private final List<byte[]> hookClassFiles;
    private final KnownClasses known;
    private final TransformationFailures failures;
    private final ClassFilter filter;
    private @Nullable HookTable hooks;
    private @Nullable JdkRewriter jdk;
    private @Nullable ProgramRewriter program;

    /**
     * Creates none of them yet.
     *
     * @param hookClassFiles the class files of the bridge's classes that declare hooks
     */
    Rewriters(List<byte[]> hookClassFiles, KnownClasses known, TransformationFailures failures, ClassFilter filter) {
        this.filter = filter;
        this.hookClassFiles = hookClassFiles;
        this.known = known;
        this.failures = failures;
    }

    private HookTable hooks() {
        HookTable table = hooks;
        if (table == null) {
            table = new HookTable(hookClassFiles);
            hooks = table;
        }
        return table;
    }

    /** Makes a transformer that gives classes of the JDK scheduling points. */
    synchronized DeepTransformer deep() {
        return new DeepTransformer(hooks(), failures);
    }

    synchronized JdkRewriter jdk() {
        JdkRewriter rewriter = jdk;
        if (rewriter == null) {
            rewriter = new JdkRewriter(hooks());
            jdk = rewriter;
        }
        return rewriter;
    }

    synchronized ProgramRewriter program() {
        ProgramRewriter rewriter = program;
        if (rewriter == null) {
            rewriter = new ProgramRewriter(hooks(), known, failures, filter);
            program = rewriter;
        }
        return rewriter;
    }

    /**
     * Rewrites a class for nothing, so that the classes of the rewriters are loaded before they are needed: the JVM
     * transforms no class that is loaded inside a transformation.
     */
    void rehearse() {
        ClassWriter sample = new ClassWriter(0);
        sample.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "dev/jcoyote/agent/Sample", null, Names.OBJECT, null);
        sample.visitEnd();
        byte[] file = sample.toByteArray();
        JdkOutlines.find(Names.OBJECT);
        ClassLoader loader = Rewriters.class.getClassLoader();
        if (loader != null) {
            program().rewrite(loader, file, true, false, false, new Dependencies());
        }
        jdk().rewrite(file, JdkClasses.features(Names.THREAD, true), true, new Dependencies());
    }
}

package dev.jcoyote.agent;

import dev.jcoyote.bridge.Debugger;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;

/** The transformers of a JVM, and what they have done. Links to the bridge: not to be touched before its definition. */
final class Transformers {
    private final Instrumentation instrumentation;
    private final TransformationFailures failures = new TransformationFailures();
    private final ClassFilter filter;
    private final ApplicationTransformer application;
    private final LoadedClassTransformer loaded;
    private final JdkTransformer jdk;
    private int retransformed;

    private Transformers(Instrumentation instrumentation, AgentOptions options) {
        this.instrumentation = instrumentation;
        HookTable hooks = new HookTable(BridgeDefinition.hookClassFiles());
        filter = new ClassFilter(options, ClassFilter.location(Transformers.class.getProtectionDomain()));
        application = new ApplicationTransformer(filter, hooks, failures, options.plainAccesses());
        loaded = new LoadedClassTransformer(application);
        jdk = new JdkTransformer(filter, hooks, failures);
    }

    /** Creates the transformers, adds them, and has loaded classes transformed again. */
    static Transformers start(Instrumentation instrumentation, AgentOptions options) {
        Transformers transformers = new Transformers(instrumentation, options);
        transformers.rehearse();
        boolean repeating = AgentOrder.othersFollow();
        transformers.application.repeatInRetransformations(repeating);
        instrumentation.addTransformer(transformers.application, repeating);
        instrumentation.addTransformer(transformers.loaded, true);
        instrumentation.addTransformer(transformers.jdk, true);
        if (DebugAgent.isLoaded()) {
            // The last one: it reads what the others have made of a class.
            CallSiteRecorder recorder = new CallSiteRecorder(transformers.filter);
            instrumentation.addTransformer(recorder, true);
            Debugger.found(new FrameCalls(recorder));
        }
        transformers.catchUp();
        return transformers;
    }

    /**
     * Rewrites a class for nothing, so that the classes of the transformers are loaded before they are asked: the JVM
     * transforms no class that is loaded inside a transformation.
     */
    private void rehearse() {
        ClassWriter sample = new ClassWriter(0);
        sample.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "dev/jcoyote/agent/Sample", null, Names.OBJECT, null);
        sample.visitEnd();
        ClassLoader loader = Transformers.class.getClassLoader();
        if (loader != null) {
            application.rewrite(loader, sample.toByteArray(), true, false);
        }
        jdk.rewrite(new ClassReader(sample.toByteArray()), JdkClasses.features(Names.THREAD, true), true);
    }

    /** Transforms the loaded classes that no transformer has seen. */
    void catchUp() {
        List<Class<?>> missing = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (!type.isArray()
                    && !type.isPrimitive()
                    && !type.isHidden()
                    && jdk.isMissing(type)
                    && instrumentation.isModifiableClass(type)) {
                missing.add(type);
            }
        }
        retransformed += missing.size();
        Retransformation.of(instrumentation, missing, failures);
    }

    /** Transforms the program's classes that were loaded before the agent. */
    void transformLoadedProgram() {
        List<Class<?>> early = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (!type.isArray()
                    && !type.isPrimitive()
                    && !type.isHidden()
                    && instrumentation.isModifiableClass(type)
                    && loaded.add(type)) {
                early.add(type);
            }
        }
        retransformed += early.size();
        Retransformation.of(instrumentation, early, failures);
    }

    void plainAccesses(boolean plainAccesses) {
        application.plainAccesses(plainAccesses);
    }

    TransformationFailures failures() {
        return failures;
    }

    /** How many loaded classes were transformed again. */
    int retransformed() {
        return retransformed;
    }
}

package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.TransformationCache;
import dev.jcoyote.bridge.Debugger;
import dev.jcoyote.bridge.Hearing;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transformers of a JVM, and what they have done. Links to the bridge: not to be touched before its definition. */
final class Transformers {
    private final Instrumentation instrumentation;
    private final TransformationFailures failures = new TransformationFailures();
    private final TransformationCache cache;
    private final Rewriters rewriters;
    private final ClassFilter filter;
    private final ApplicationTransformer application;
    private final LoadedClassTransformer loaded;
    private final JdkTransformer jdk;
    private final boolean plainPoints;
    private boolean isEachPoint;
    private boolean isHearing = true;
    private int retransformed;

    private @Nullable DeepTransformer deep;

    private Transformers(
            Instrumentation instrumentation, AgentOptions options, BridgeFiles bridge, TransformationCache cache) {
        this.instrumentation = instrumentation;
        this.cache = cache;
        KnownClasses known = new KnownClasses();
        filter = new ClassFilter(options, ClassFilter.location(Transformers.class.getProtectionDomain()));
        rewriters = new Rewriters(bridge.hookClassFiles(), known, failures, filter);
        application = new ApplicationTransformer(filter, rewriters, known, cache, failures);
        plainPoints = options.plainAccesses();
        plainAccesses(false);
        loaded = new LoadedClassTransformer(application);
        jdk = new JdkTransformer(filter, rewriters, cache.jdk(), failures);
    }

    /** Creates the transformers, adds them, and has loaded classes transformed again. */
    static Transformers start(
            Instrumentation instrumentation, AgentOptions options, BridgeFiles bridge, TransformationCache cache) {
        Transformers transformers = new Transformers(instrumentation, options, bridge, cache);
        transformers.jdk.rehearse(bridge.file(0));
        if (cache.jdk().isEmpty()) {
            transformers.rewriters.rehearse();
        }
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

    /** Sets whether each plain access is a scheduling point; the agent's own option says so for all times. */
    final void plainAccesses(boolean points) {
        isEachPoint = plainPoints || points;
        Hearing.makeEachPlainPoint(isEachPoint);
        application.plainAccesses(isEachPoint || isHearing);
    }

    /** Sets whether plain accesses are heard, in classes loaded from now on. */
    void races(boolean races) {
        isHearing = races;
        application.plainAccesses(isEachPoint || isHearing);
    }

    /** Gives classes of the JDK scheduling points, or takes them away. */
    synchronized void deep(boolean wanted) {
        DeepTransformer present = deep;
        if (wanted == (present != null)) {
            return;
        }
        if (present == null) {
            deep = rewriters.deep();
            instrumentation.addTransformer(deep, true);
        } else {
            instrumentation.removeTransformer(present);
            deep = null;
        }
        List<Class<?>> classes = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName().replace('.', '/');
            if (type.getClassLoader() == null
                    && !type.isArray()
                    && !type.isHidden()
                    && DeepClasses.contains(name)
                    && instrumentation.isModifiableClass(type)) {
                classes.add(type);
            }
        }
        Retransformation.of(instrumentation, classes, failures);
    }

    /** Sets the packages with and without points, besides those that the agent was started with. */
    void packages(List<String> include, List<String> exclude) {
        filter.packages(include, exclude);
    }

    /** Tells which program this JVM runs, if that is not its class path. */
    void nameProgram(String name) {
        cache.nameProgram(name);
    }

    TransformationFailures failures() {
        return failures;
    }

    /** How many loaded classes were transformed again. */
    int retransformed() {
        return retransformed;
    }
}

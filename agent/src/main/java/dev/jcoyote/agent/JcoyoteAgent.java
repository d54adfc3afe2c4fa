package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.TransformationCache;
import dev.jcoyote.install.InstallationException;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The agent: {@code -javaagent}, {@code Launcher-Agent-Class} and attachment all arrive here, and the first one
 * instruments the JVM. Its options are those of {@link AgentOptions}.
 */
public final class JcoyoteAgent {
    private static @Nullable Instrumentation instrumentation;
    private static @Nullable Transformers transformers;
    private static String description = "The agent is not installed.";

    private JcoyoteAgent() {}

    /** Called by the JVM before {@code main}. */
    public static void premain(@Nullable String options, Instrumentation given) {
        start(options, given);
    }

    /** Called by the JVM when the agent is attached, or named by a jar's {@code Launcher-Agent-Class}. */
    public static void agentmain(@Nullable String options, Instrumentation given) {
        if (!SelfAttachment.accept(given)) {
            start(options, given);
        }
    }

    /** Instruments the JVM unless that is done; returns whether this call did it. */
    static synchronized boolean start(@Nullable String options, Instrumentation given) {
        if (instrumentation != null) {
            description += " It was loaded again, with no effect.";
            return false;
        }
        long begin = System.nanoTime();
        JvmSupport.require();
        AgentOptions parsed = options == null ? AgentOptions.none() : AgentOptions.parse(options);
        BridgeFiles files = BridgeFiles.read();
        BridgeDefinition.define(given, files);
        TransformationCache cache = ToolBuild.openCache(files);
        FiberClasses.install(cache.jdk());
        HeaderClass.install(cache.jdk());
        Transformers started = Transformers.start(given, parsed, files, cache);
        started.transformLoadedProgram();
        transformers = started;
        instrumentation = given;
        description = "The agent is installed; it transformed " + started.retransformed() + " loaded classes, in "
                + (System.nanoTime() - begin) / 1_000_000 + " ms.";
        return true;
    }

    /** What the agent has done so far, for people. */
    public static synchronized String describe() {
        return description;
    }

    /**
     * Tells which program this JVM runs if that is not its class path, so that what is kept of its classes is found
     * again. No class of the program may be loaded before.
     */
    public static synchronized void nameProgram(String name) {
        Transformers started = transformers;
        if (started != null) {
            started.nameProgram(name);
        }
    }

    /** The classes that could not be transformed. */
    public static TransformationFailures failures() {
        return installed().failures();
    }

    static synchronized @Nullable Instrumentation instrumentation() {
        return instrumentation;
    }

    static synchronized Transformers installed() {
        Transformers started = transformers;
        if (started == null) {
            throw new InstallationException("The agent is not installed in this JVM: call Installer.install first.");
        }
        return started;
    }
}

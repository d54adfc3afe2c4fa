package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.ClassStore;
import dev.jcoyote.agent.cache.Dependencies;
import dev.jcoyote.agent.cache.RewrittenClass;
import dev.jcoyote.bridge.FiberSupport;
import dev.jcoyote.bridge.Fibers;
import dev.jcoyote.install.InstallationException;

/**
 * The classes behind {@link Fibers}, emitted where the JDK has continuations: no compiler for JDK 17 would take their
 * source. They are members of {@code java.lang}, because they call {@code Thread.setCurrentThread}.
 */
final class FiberClasses {
    static final String FIBER = "java/lang/JcoyoteFiber";
    static final String FIBERS = "java/lang/JcoyoteFibers";

    /** The first JDK whose continuations can be suspended while they hold monitors (JEP 491). */
    private static final int FIRST_JDK = 24;

    private FiberClasses() {}

    /**
     * Defines the classes and tells the bridge, or tells it why there are none.
     *
     * @param store keeps what was emitted, for JVMs that need no other code of this agent's
     */
    static void install(ClassStore store) {
        int jdk = Runtime.version().feature();
        if (jdk < FIRST_JDK) {
            FiberSupport.missing("JDK " + jdk + " has no fibers that can hold monitors: JDK " + FIRST_JDK
                    + " is the first that does");
            return;
        }
        try {
            ClassDefiner definer = new ClassDefiner();
            definer.define(Names.dotted(FIBER), file(FIBER, store), null);
            definer.define(Names.dotted(FIBERS), file(FIBERS, store), null);
            FiberSupport.found(Class.forName(Names.dotted(FIBERS), true, null)
                    .asSubclass(Fibers.class)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | InstallationException | LinkageError e) {
            FiberSupport.missing("this JDK's continuations are not those of JDK " + FIRST_JDK + " and 25 (" + e + ")");
        }
    }

    private static byte[] file(String name, ClassStore store) {
        RewrittenClass stored = store.find(name, 0, 0, ClassStore.NO_FILES);
        byte[] file = stored == null ? null : stored.file();
        if (file == null) {
            file = name.equals(FIBER) ? FiberClassWriter.fiber() : FiberClassWriter.fibers();
            store.add(name, 0, 0, new Dependencies(), RewrittenClass.withoutSites(file, false));
        }
        return file;
    }
}

package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.Dependencies;
import dev.jcoyote.agent.cache.Fingerprint;
import java.io.IOException;
import java.io.InputStream;

/** Loads the samples anew, rewritten. */
final class RewritingLoader extends ClassLoader {
    static final String SAMPLES = "dev.jcoyote.agent.samples.";

    private final KnownClasses known = new KnownClasses();
    private final ProgramRewriter rewriter;
    private final boolean points;
    private final boolean plainAccesses;
    private final boolean bodyOnly;

    RewritingLoader(boolean points, boolean plainAccesses, boolean bodyOnly) {
        super(RewritingLoader.class.getClassLoader());
        rewriter = new ProgramRewriter(
                new HookTable(BridgeFiles.read().hookClassFiles()),
                known,
                new TransformationFailures(),
                new ClassFilter(AgentOptions.none(), null));
        this.plainAccesses = plainAccesses;
        this.points = points;
        this.bodyOnly = bodyOnly;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith(SAMPLES) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (stream == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] file = stream.readAllBytes();
            known.register(this, name.replace('.', '/'), file, Fingerprint.of(file));
            byte[] rewritten = rewriter.rewrite(
                            this, file, points, points && plainAccesses, bodyOnly, new Dependencies())
                    .define();
            byte[] defined = rewritten == null ? file : rewritten;
            return defineClass(name, defined, 0, defined.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}

package dev.jcoyote.agent;

import java.io.IOException;
import java.io.InputStream;

/** Loads the samples anew, rewritten. */
final class RewritingLoader extends ClassLoader {
    static final String SAMPLES = "dev.jcoyote.agent.samples.";

    private final ApplicationTransformer transformer;
    private final boolean points;
    private final boolean bodyOnly;

    RewritingLoader(boolean points, boolean plainAccesses, boolean bodyOnly) {
        super(RewritingLoader.class.getClassLoader());
        transformer = new ApplicationTransformer(
                new ClassFilter(AgentOptions.none(), null),
                new HookTable(BridgeDefinition.hookClassFiles()),
                new TransformationFailures(),
                plainAccesses);
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
            byte[] rewritten = transformer.rewrite(this, file, points, bodyOnly);
            byte[] defined = rewritten == null ? file : rewritten;
            return defineClass(name, defined, 0, defined.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}

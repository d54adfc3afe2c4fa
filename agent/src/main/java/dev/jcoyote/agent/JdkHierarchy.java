package dev.jcoyote.agent;

import dev.jcoyote.agent.cache.Dependencies;
import org.jspecify.annotations.Nullable;

/** What the JDK's classes declare and inherit. */
final class JdkHierarchy extends ClassHierarchy {
    JdkHierarchy() {
        super(
                new KnownClasses(),
                ClassLoader.getPlatformClassLoader(),
                new Dependencies(),
                new ClassFilter(AgentOptions.none(), null));
    }

    @Override
    @Nullable
    ClassOutline find(String name) {
        return JdkOutlines.find(name);
    }
}

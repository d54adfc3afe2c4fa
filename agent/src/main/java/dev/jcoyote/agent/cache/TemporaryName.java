package dev.jcoyote.agent.cache;

/** Names for files that no other process uses. The JDK's way draws from a secure generator, which takes long to start. */
final class TemporaryName {
    static final String SUFFIX = ".tmp";

    private TemporaryName() {}

    static String of(String name) {
        long unique = System.nanoTime() * 31 + System.currentTimeMillis() + System.identityHashCode(new Object());
        return name + "." + Long.toHexString(unique) + SUFFIX;
    }
}

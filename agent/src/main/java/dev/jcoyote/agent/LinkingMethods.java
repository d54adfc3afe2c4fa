package dev.jcoyote.agent;

/**
 * The methods with which the JVM loads classes and links call sites. They run on whichever thread gets there first, once
 * for the life of the JVM: a choice inside them would not come back in the next execution.
 */
final class LinkingMethods {
    private static final String NATIVES = "java/lang/invoke/MethodHandleNatives";

    private LinkingMethods() {}

    /** Whether a class has such methods. */
    static boolean isIn(String type) {
        return type.equals("java/lang/ClassLoader")
                || type.equals("jdk/internal/loader/BuiltinClassLoader")
                || type.equals(NATIVES)
                || type.equals("sun/instrument/InstrumentationImpl");
    }

    /** Whether the method is one. */
    static boolean contains(String type, String method) {
        if (type.equals(NATIVES)) {
            return method.startsWith("link") || method.startsWith("find");
        }
        return method.equals("loadClass") || method.equals("loadClassOrNull") || method.equals("transform");
    }
}

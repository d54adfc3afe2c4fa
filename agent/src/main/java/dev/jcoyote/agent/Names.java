package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.Opcodes;

/** Questions about internal class names, and the names that people read. */
final class Names {
    static final String OBJECT = "java/lang/Object";
    static final String THREAD = "java/lang/Thread";
    static final String CONCURRENT = "java/util/concurrent/";
    static final String LOCK_SUPPORT = "java/util/concurrent/locks/LockSupport";

    /** What the name of a {@link Companion} has, and no other. */
    static final String COMPANION = "$jcoyote$";

    private Names() {}

    static boolean isCompanion(String internalName) {
        return internalName.contains(COMPANION);
    }

    /** Whether a class of that name belongs to the JDK, or to an API whose classes are never read for their contents. */
    static boolean isJdk(String internalName) {
        return internalName.startsWith("java/")
                || internalName.startsWith("jdk/")
                || internalName.startsWith("sun/")
                || internalName.startsWith("com/sun/")
                || internalName.startsWith("javax/")
                || internalName.startsWith("[");
    }

    /** The name without its package, as in {@code ConcurrentHashMap} or {@code Map.Entry}. */
    static String simple(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
    }

    /** The package, with slashes; empty for the unnamed one. */
    static String packageOf(String internalName) {
        return internalName.substring(0, Math.max(0, internalName.lastIndexOf('/')));
    }

    /** The name with dots. */
    static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    static boolean isStatic(int access) {
        return (access & Opcodes.ACC_STATIC) != 0;
    }

    /** Whether a method with these flags has a body. */
    static boolean hasCode(int access) {
        return (access & (Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT)) == 0;
    }
}

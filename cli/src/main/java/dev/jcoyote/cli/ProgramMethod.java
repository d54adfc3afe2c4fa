package dev.jcoyote.cli;

import dev.jcoyote.cli.ClassFile.MethodInfo;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A method of the program that can be a test.
 *
 * @param className the binary name of the class that is named, which may inherit the method
 * @param name the method's name
 * @param isMain whether it is a {@code main(String[])}
 */
record ProgramMethod(String className, String name, boolean isMain) {
    private static final String MAIN = "([Ljava/lang/String;)V";

    /** The test's name in schedules and reports. */
    String testName() {
        return className + "." + name;
    }

    /**
     * Why a method cannot be a test, as the end of a sentence that begins with its name; null if it can.
     *
     * @param owner the class that an instance would be made of
     */
    static @Nullable String obstacle(ClassFile owner, MethodInfo method) {
        if (isMain(method)) {
            return null;
        }
        if (!method.descriptor().startsWith("()")) {
            return "has parameters";
        }
        if (method.is(Modifier.PRIVATE)) {
            return "is private";
        }
        char result = method.descriptor().charAt(2);
        if (result != 'V' && result != 'L') {
            return "returns a value, but is neither void nor a CompletionStage or Future";
        }
        if (!method.is(Modifier.STATIC)) {
            if (owner.isAbstract() || method.is(Modifier.ABSTRACT)) {
                return "is of an abstract class; name a class that extends it";
            }
            if (!owner.hasDefaultConstructor()) {
                return "is an instance method, but its class has no constructor without parameters";
            }
        }
        return null;
    }

    /** Whether the method is worth listing to someone who looks for a test. */
    static boolean isLikely(ClassFile owner, MethodInfo method) {
        return !method.isSynthetic()
                && !method.name().startsWith("<")
                && (method.descriptor().endsWith(")V") || method.descriptor().startsWith("()Ljava/util/concurrent/"))
                && obstacle(owner, method) == null;
    }

    static boolean isMain(MethodInfo method) {
        return method.name().equals("main") && method.descriptor().equals(MAIN) && method.is(Modifier.STATIC);
    }
}

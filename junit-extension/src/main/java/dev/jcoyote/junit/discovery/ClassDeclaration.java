package dev.jcoyote.junit.discovery;

import java.lang.reflect.Modifier;
import java.util.List;

/**
 * What a class file says about a class, as far as discovery asks.
 *
 * @param access its modifiers, as in the class file
 * @param name the binary name, with dots
 * @param supertypes the names of the superclass and of the interfaces, without those of the JDK
 * @param annotations the names of the class's annotation types that are kept at run time
 * @param methods the methods that have annotations
 */
record ClassDeclaration(
        int access, String name, List<String> supertypes, List<String> annotations, List<MethodDeclaration> methods) {
    private static final int ACC_ANNOTATION = 0x2000;

    /**
     * A method that has annotations.
     *
     * @param access its modifiers, as in the class file
     * @param descriptor the types of its parameters and of its result, as in the class file
     * @param annotations the names of its annotation types
     */
    record MethodDeclaration(int access, String name, String descriptor, List<String> annotations) {}

    boolean isAnnotation() {
        return (access & ACC_ANNOTATION) != 0;
    }

    /** Whether it has no instances of its own: an abstract class or an interface. */
    boolean isAbstract() {
        return Modifier.isAbstract(access);
    }
}

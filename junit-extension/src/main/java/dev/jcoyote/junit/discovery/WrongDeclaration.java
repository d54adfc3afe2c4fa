package dev.jcoyote.junit.discovery;

import dev.jcoyote.junit.discovery.ClassDeclaration.MethodDeclaration;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A systematic test that JUnit leaves out because of how it is declared.
 *
 * @param type the class that declares it
 * @param method the method
 * @param reason what is wrong with it, as a clause
 */
record WrongDeclaration(ClassDeclaration type, MethodDeclaration method, String reason) {
    /** The hidden parameter of a suspending function of Kotlin, which returns its result another way. */
    private static final String CONTINUATION = "Lkotlin/coroutines/Continuation;)";

    /** What is wrong with a method; empty if nothing is. */
    static Optional<WrongDeclaration> in(ClassDeclaration type, MethodDeclaration method) {
        List<String> reasons = new ArrayList<>();
        addIf(Modifier.isPrivate(method.access()), "it is private", reasons);
        addIf(Modifier.isStatic(method.access()), "it is static", reasons);
        addIf(Modifier.isAbstract(method.access()), "it has no body", reasons);
        boolean suspending = method.descriptor().contains(CONTINUATION);
        addIf(!suspending && !method.descriptor().endsWith(")V"), "it returns a value", reasons);
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new WrongDeclaration(type, method, String.join(", ", reasons)));
    }

    private static void addIf(boolean wrong, String reason, List<String> reasons) {
        if (wrong) {
            reasons.add(reason);
        }
    }

    /** What its author is told. */
    String message() {
        return "The systematic test " + type.name() + "." + method.name() + " is never run, since JUnit leaves it out: "
                + reason + ". Declare it as \"void " + method.name()
                + "(...)\", neither private nor static, with a body.";
    }
}

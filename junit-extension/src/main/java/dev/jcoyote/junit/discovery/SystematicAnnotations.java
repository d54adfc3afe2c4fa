package dev.jcoyote.junit.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells which annotation types make a test systematic: the library's own, and all that carry one of them, directly or
 * through others.
 */
final class SystematicAnnotations {
    static final List<String> OWN = List.of("dev.jcoyote.junit.SystematicTest", "dev.jcoyote.junit.Systematic");

    /** Annotation types of these are not composed of ours: they need not be looked up. */
    private static final List<String> OTHERS = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "kotlin.",
            "groovy.",
            "scala.",
            "lombok.",
            "org.junit.",
            "org.apiguardian.",
            "org.jspecify.",
            "org.jetbrains.annotations.",
            "org.mockito.",
            "org.springframework.",
            "org.hibernate.",
            "com.fasterxml.",
            "com.google.");

    private final Function<String, @Nullable ClassDeclaration> declarations;
    private final Map<String, Boolean> known = new HashMap<>();

    /** Creates one that looks up the declarations of annotation types by their names. */
    SystematicAnnotations(Function<String, @Nullable ClassDeclaration> declarations) {
        this.declarations = declarations;
        for (String own : OWN) {
            known.put(own, true);
        }
    }

    /** Whether one of the annotation types makes a test systematic. */
    boolean containsAny(List<String> annotations) {
        for (String annotation : annotations) {
            if (contains(annotation)) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(String annotation) {
        Boolean before = known.get(annotation);
        if (before != null) {
            return before;
        }
        // Types that carry each other would be asked for ever.
        known.put(annotation, false);
        boolean composed = !isOfOthers(annotation) && isComposed(annotation);
        known.put(annotation, composed);
        return composed;
    }

    private boolean isComposed(String annotation) {
        ClassDeclaration declaration = declarations.apply(annotation);
        return declaration != null && containsAny(declaration.annotations());
    }

    private static boolean isOfOthers(String annotation) {
        for (String prefix : OTHERS) {
            if (annotation.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}

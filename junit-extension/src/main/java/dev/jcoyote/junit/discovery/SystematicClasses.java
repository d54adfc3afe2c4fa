package dev.jcoyote.junit.discovery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a run that have systematic tests, found in the directories of its class path. Classes in jars are not
 * looked at, except as composed annotations.
 */
final class SystematicClasses {
    private static final String SUITE = "org.junit.platform.suite.";
    private static final String NESTED = "org.junit.jupiter.api.Nested";

    private static @Nullable ClassPath latestPath;
    private static @Nullable SystematicClasses latest;

    private final SystematicAnnotations annotations;
    private final List<ClassDeclaration> declaring = new ArrayList<>();
    private final Set<String> leading = new HashSet<>();
    private final Map<String, ClassDeclaration> leadingTypes = new HashMap<>();

    private SystematicClasses(List<ClassDeclaration> all, ClassPath path) {
        Map<String, ClassDeclaration> annotationTypes = new HashMap<>();
        for (ClassDeclaration type : all) {
            if (type.isAnnotation()) {
                annotationTypes.put(type.name(), type);
            }
        }
        annotations = new SystematicAnnotations(name -> {
            ClassDeclaration local = annotationTypes.get(name);
            return local != null ? local : path.find(name);
        });
        for (ClassDeclaration type : all) {
            if (!type.isAnnotation() && isDeclaring(type)) {
                declaring.add(type);
                addLeading(type.name());
            }
        }
        if (!leading.isEmpty()) {
            follow(all);
        }
    }

    /** Those of the thread's class path; the files are read once. */
    static synchronized SystematicClasses ofThisRun() {
        ClassPath path = ClassPath.ofThisThread();
        SystematicClasses known = latest;
        if (known == null || !path.equals(latestPath)) {
            known = in(path);
            latest = known;
            latestPath = path;
        }
        return known;
    }

    /** Those of a class path. */
    static SystematicClasses in(ClassPath path) {
        List<ClassDeclaration> all = new ArrayList<>();
        path.forEach(all::add);
        return new SystematicClasses(all, path);
    }

    private boolean isDeclaring(ClassDeclaration type) {
        if (annotations.containsAny(type.annotations())) {
            return true;
        }
        for (ClassDeclaration.MethodDeclaration method : type.methods()) {
            if (isSystematic(method)) {
                return true;
            }
        }
        return false;
    }

    /** Adds a class and those around it, which lead to it as its nested class. */
    private void addLeading(String name) {
        leading.add(name);
        for (int end = name.lastIndexOf('$'); end > 0; end = name.lastIndexOf('$', end - 1)) {
            leading.add(name.substring(0, end));
        }
    }

    /** Adds the classes that inherit tests from those found, and suites, which may lead anywhere. */
    private void follow(List<ClassDeclaration> all) {
        int before;
        do {
            before = leading.size();
            for (ClassDeclaration type : all) {
                for (String supertype : type.supertypes()) {
                    if (leading.contains(supertype)) {
                        addLeading(type.name());
                    }
                }
            }
        } while (leading.size() > before);
        for (ClassDeclaration type : all) {
            if (type.annotations().stream().anyMatch(name -> name.startsWith(SUITE))) {
                leading.add(type.name());
            }
            if (leading.contains(type.name())) {
                leadingTypes.put(type.name(), type);
            }
        }
    }

    boolean isEmpty() {
        return leading.isEmpty();
    }

    /**
     * The names of the classes whose selection may lead to a systematic test: those that have one, inherit one or have a
     * nested class with one, and suites.
     */
    Set<String> leading() {
        return leading;
    }

    /** The classes that have a systematic test, or that are annotated as a whole. */
    List<ClassDeclaration> declaring() {
        return declaring;
    }

    /**
     * The names of the classes that JUnit runs the tests of a class for: itself, those that inherit from it, and those
     * that it or they are a nested test class of; without those that have no instances.
     */
    Set<String> runningTestsOf(ClassDeclaration type) {
        Set<String> running = new LinkedHashSet<>();
        Deque<ClassDeclaration> left = new ArrayDeque<>(List.of(type));
        while (!left.isEmpty()) {
            ClassDeclaration next = left.remove();
            if (!next.isAbstract()) {
                running.add(next.name());
            }
            ClassDeclaration outer = leadingTypes.get(outerName(next));
            if (outer != null && !running.contains(outer.name())) {
                left.add(outer);
            }
            for (ClassDeclaration other : leadingTypes.values()) {
                if (other.supertypes().contains(next.name()) && !running.contains(other.name())) {
                    left.add(other);
                }
            }
        }
        return running;
    }

    /** The name of the class whose nested test class this is; empty if it is none. */
    private static String outerName(ClassDeclaration type) {
        int end = type.name().lastIndexOf('$');
        return end > 0 && type.annotations().contains(NESTED) ? type.name().substring(0, end) : "";
    }

    /** Whether a method is annotated as a systematic test. */
    boolean isSystematic(ClassDeclaration.MethodDeclaration method) {
        return annotations.containsAny(method.annotations());
    }
}

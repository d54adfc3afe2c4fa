package dev.jcoyote.junit.discovery;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.ModuleSelector;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/** What a discovery request selects, told from names: nothing is loaded. */
final class Selection {
    private static final Set<Class<?>> KNOWN = Set.of(
            ClassSelector.class,
            MethodSelector.class,
            NestedClassSelector.class,
            NestedMethodSelector.class,
            PackageSelector.class,
            ClasspathRootSelector.class,
            ModuleSelector.class,
            UniqueIdSelector.class);

    private final EngineDiscoveryRequest request;
    private final List<DiscoverySelector> selectors;

    Selection(EngineDiscoveryRequest request) {
        this.request = request;
        selectors = request.getSelectorsByType(DiscoverySelector.class);
    }

    /** Whether the request may lead to one of the classes; true in doubt. */
    boolean mayReach(Set<String> classes) {
        for (DiscoverySelector selector : selectors) {
            if (reaches(selector, classes, null) || (!classes.isEmpty() && isUnknown(selector))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the request selects that method of one of the classes; false in doubt. */
    boolean reaches(Set<String> classes, String method) {
        for (DiscoverySelector selector : selectors) {
            if (reaches(selector, classes, method)) {
                return true;
            }
        }
        return false;
    }

    private boolean reaches(DiscoverySelector selector, Set<String> classes, @Nullable String method) {
        if (selector instanceof ClassSelector one) {
            return classes.contains(one.getClassName());
        }
        if (selector instanceof MethodSelector one) {
            return classes.contains(one.getClassName()) && (method == null || method.equals(one.getMethodName()));
        }
        if (selector instanceof NestedClassSelector nested) {
            return classes.contains(nested.getNestedClassName());
        }
        if (selector instanceof NestedMethodSelector nested) {
            return classes.contains(nested.getNestedClassName())
                    && (method == null || method.equals(nested.getMethodName()));
        }
        if (selector instanceof PackageSelector container) {
            return anyPasses(classes, name -> isIn(name, container.getPackageName()));
        }
        if (selector instanceof ClasspathRootSelector || selector instanceof ModuleSelector) {
            return anyPasses(classes, name -> true);
        }
        if (selector instanceof UniqueIdSelector one) {
            String id = one.getUniqueId().toString();
            return classes.stream().anyMatch(id::contains) && (method == null || id.contains(method + "("));
        }
        return false;
    }

    private static boolean isUnknown(DiscoverySelector selector) {
        return !KNOWN.contains(selector.getClass());
    }

    private boolean anyPasses(Set<String> classes, Predicate<String> selected) {
        return classes.stream().anyMatch(name -> selected.test(name) && passesFilters(name));
    }

    /** Whether the request's filters let a class of a container through. */
    private boolean passesFilters(String className) {
        return request.getFiltersByType(ClassNameFilter.class).stream()
                        .allMatch(filter -> filter.apply(className).included())
                && request.getFiltersByType(PackageNameFilter.class).stream()
                        .allMatch(filter -> filter.apply(packageOf(className)).included());
    }

    /** Whether a class is in a package or in one below it. */
    private static boolean isIn(String className, String packageName) {
        return packageName.isEmpty() || className.startsWith(packageName + ".");
    }

    private static String packageOf(String className) {
        int end = className.lastIndexOf('.');
        return end < 0 ? "" : className.substring(0, end);
    }
}

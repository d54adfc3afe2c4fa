package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.ClassInitialization;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of objects that every run agrees on: the class's simple name and a count, {@code Account#2}.
 *
 * <p>They count by first appearance among the executed operations. The numbers of the {@link ResourceTable} would not
 * do: JDK code takes some, and it does not do the same in every run.
 */
public final class ResourceNames {
    private final ResourceTable resources;
    private final @Nullable String[] names;
    private final Map<String, Integer> counts = new HashMap<>();

    /** Names the objects of an execution. */
    public ResourceNames(EventLog events, ResourceTable resources) {
        this.resources = resources;
        this.names = new String[resources.size() + 1];
        for (int event = 0; event < events.size(); event++) {
            of(events.resource(event));
        }
    }

    /** The name of the object with that number; empty for {@link Operation#NO_RESOURCE}. */
    public String of(int resource) {
        if (resource == Operation.NO_RESOURCE) {
            return "";
        }
        String name = names[resource];
        if (name == null) {
            Object object = resources.object(resource);
            if (object instanceof Class<?> type) {
                name = type.getSimpleName() + ".class";
            } else if (object instanceof ClassInitialization initialization) {
                name = simpleName(initialization.type()) + ".<clinit>";
            } else {
                String type = typeName(object);
                name = type + "#" + counts.merge(type, 1, Integer::sum);
            }
            names[resource] = name;
        }
        return name;
    }

    /** The name of an object that has a number; that of its class for others. */
    public String of(Object object) {
        int id = resources.find(object);
        return id == Operation.NO_RESOURCE || id >= names.length ? "a " + typeName(object) : of(id);
    }

    private static String typeName(Object object) {
        return simpleName(object.getClass());
    }

    /** The name of a class: without its package. */
    public static String ofClass(Class<?> type) {
        return simpleName(type);
    }

    private static String simpleName(Class<?> type) {
        if (type.isArray()) {
            return simpleName(type.getComponentType()) + "[]";
        }
        String name = type.getName();
        // Lambdas and proxies have names of one run.
        if (type.isHidden() || type.isSynthetic()) {
            int lambda = name.indexOf("$$Lambda");
            name = lambda < 0 ? "Proxy" : name.substring(0, lambda) + "$Lambda";
        }
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}

package dev.jcoyote.explain.names;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.scheduler.EventLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables from which the program has taken the objects of its operations. */
final class UsedVariables {
    private final EventLog events;
    private final CodeVariables variables;

    /** By resource: the variable of its first operation that has one. */
    private final Map<Integer, Used> byResource = new HashMap<>();

    private record Used(String variable, int site) {}

    UsedVariables(EventLog events, CodeVariables variables) {
        this.events = events;
        this.variables = variables;
        for (int event = 0; event < events.size(); event++) {
            int resource = events.resource(event);
            if (resource != Operation.NO_RESOURCE && !byResource.containsKey(resource)) {
                // Where a call waits inside the JDK, the object that it waits in is none of the program's.
                boolean isOwn = events.kind(event) == Sites.kind(events.site(event));
                String variable = isOwn ? variable(events.site(event)) : null;
                if (variable != null) {
                    byResource.put(resource, new Used(variable, events.site(event)));
                }
            }
        }
    }

    private @Nullable String variable(int site) {
        if (Sites.kind(site) == OperationKind.CODE) {
            return null;
        }
        Set<String> candidates = new LinkedHashSet<>(
                variables.of(Sites.className(site), Sites.frame(site).getLineNumber(), Sites.target(site)));
        return candidates.size() == 1 ? candidates.iterator().next() : null;
    }

    /** The variable that an operation has taken a resource from; null if that is not known. */
    @Nullable
    String of(int resource) {
        Used used = byResource.get(resource);
        return used == null ? null : used.variable;
    }

    /** Where that variable got its value from a call, if that is clear. */
    @Nullable
    StackTraceElement storedAt(int resource) {
        Used used = byResource.get(resource);
        if (used == null) {
            return null;
        }
        String type = Sites.className(used.site);
        int line = variables.lineOfResult(type, used.variable);
        return line < 0
                ? null
                : new StackTraceElement(type, "", Sites.frame(used.site).getFileName(), line);
    }

    /** The classes whose code the execution has run, in the order in which it came to them. */
    List<Class<?>> classes(@Nullable ClassLoader loader) {
        Set<String> names = new LinkedHashSet<>();
        for (int event = 0; event < events.size(); event++) {
            names.add(Sites.className(events.site(event)));
        }
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
            Class<?> type = CodeVariables.find(name, loader);
            if (type != null && type.getClassLoader() != null) {
                classes.add(type);
            }
        }
        return classes;
    }
}

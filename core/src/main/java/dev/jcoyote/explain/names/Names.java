package dev.jcoyote.explain.names;

import dev.jcoyote.bridge.ClassInitialization;
import dev.jcoyote.explain.memory.Texts;
import dev.jcoyote.install.Installer;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ResourceNames;
import dev.jcoyote.scheduler.ThreadRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What people call the objects of a finished execution: the variable, field or element that holds them, and the line that
 * has made them. An object that nothing holds is told by its class and a number, as in schedules.
 *
 * <p>Two objects never have the same name, except that what an object of the JDK is made of, such as the synchronizer of a
 * lock, has the name of that object. Made for one execution; it holds until the next one begins.
 */
public final class Names {
    /** Of more objects than that, those that were touched first. */
    private static final int MOST_ROOTS = 2_000;

    /** What only the execution itself knows is farther than what variables and static fields hold. */
    private static final int ROOT_LEVEL = 3;

    private final ResourceTable resources;
    private final ThreadRegistry threads;
    private final ResourceNames fallback;
    private final NameTable table;

    /**
     * Looks for the names.
     *
     * @param creations where objects were made, if it has heard the execution
     * @param loader who finds the class files of the program
     */
    public Names(
            EventLog events,
            ThreadRegistry threads,
            ResourceTable resources,
            Creations creations,
            Installer installer,
            @Nullable ClassLoader loader) {
        this.resources = resources;
        this.threads = threads;
        this.fallback = new ResourceNames(events, resources);
        CodeVariables variables = new CodeVariables(installer, loader);
        Makers makers = new Makers(creations, variables);
        UsedVariables used = new UsedVariables(events, variables);
        HeapWalk walk = new HeapWalk(new CapturedVariables(variables));
        makers.forEachVariable(walk::addVariable);
        used.classes(loader).forEach(walk::addClass);
        for (int i = 0; i < threads.size(); i++) {
            walk.addObject(threads.get(i).thread(), 1);
        }
        creations.bodies().forEach(body -> walk.addObject(body, 1));
        for (int resource = 1; resource <= Math.min(resources.size(), MOST_ROOTS); resource++) {
            walk.addObject(resources.object(resource), ROOT_LEVEL);
        }
        walk.run();
        table = new NameTable(events, resources, walk, makers, used, this::withoutVariable, fallback);
    }

    /** The name of a resource: {@code lock}, {@code Account.lock}, {@code forks[0]}; empty for none. */
    public String of(int resource) {
        return resource == Operation.NO_RESOURCE ? "" : table.name(resource);
    }

    /** The name with the line that has made the object, where that is known: {@code forks[0] (Table.java:12)}. */
    public String full(int resource) {
        StackTraceElement made = madeAt(resource);
        String place = made == null ? "" : " (" + made.getFileName() + ":" + made.getLineNumber() + ")";
        return of(resource) + place;
    }

    /** The line that has made the object; null if that is not known. */
    public @Nullable StackTraceElement madeAt(int resource) {
        return resource == Operation.NO_RESOURCE ? null : table.madeAt(resource);
    }

    /** The name of an object that the program has at hand, with a number or not. */
    public String of(Object object) {
        ControlledThread known = object instanceof Thread thread ? threads.find(thread) : null;
        if (known != null) {
            return known.path();
        }
        int resource = resources.find(object);
        if (resource != Operation.NO_RESOURCE) {
            return of(resource);
        }
        String name = table.nameOfOther(object);
        if (name != null) {
            return name;
        }
        return object.getClass().isHidden() ? "a lambda" : fallback.of(object);
    }

    /** A value as people read it: a constant as it is, an object by its name. */
    public String value(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        String constant = Texts.ofConstant(value);
        return constant == null ? of(value) : constant;
    }

    /** The name of what needs no variable; null for most. */
    private @Nullable String withoutVariable(int resource) {
        Object object = resources.object(resource);
        ControlledThread known = object instanceof Thread thread ? threads.find(thread) : null;
        if (known != null) {
            return known.path();
        }
        if (object instanceof Class<?> || object instanceof ClassInitialization) {
            return fallback.of(resource);
        }
        return Texts.ofConstant(object);
    }
}

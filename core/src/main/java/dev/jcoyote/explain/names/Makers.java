package dev.jcoyote.explain.names;

import dev.jcoyote.explain.memory.ObjectMap;
import dev.jcoyote.install.VariableUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where objects were made, and the variables that they were kept in right then. */
final class Makers {
    private final CodeVariables variables;
    private final List<Made> all = new ArrayList<>();
    private final ObjectMap<Made> byObject = new ObjectMap<>();

    /** The instructions that have made objects of a class on a line. */
    private final Map<String, TreeSet<Integer>> instructions = new HashMap<>();

    /** How many objects a variable has held. */
    private final Map<String, Integer> counts = new HashMap<>();

    private record Made(Creation creation, @Nullable String variable) {}

    Makers(Creations creations, CodeVariables variables) {
        this.variables = variables;
        for (Creation creation : creations.all()) {
            instructions
                    .computeIfAbsent(key(creation), unused -> new TreeSet<>())
                    .add(creation.index());
        }
        for (Creation creation : creations.all()) {
            Made made = new Made(creation, variable(creation));
            all.add(made);
            byObject.put(creation.object(), made);
            if (made.variable != null) {
                counts.merge(made.variable, 1, Integer::sum);
            }
        }
    }

    private static String key(Creation creation) {
        return creation.maker().getName() + ":" + creation.frame().getLineNumber() + " "
                + creation.object().getClass().getName();
    }

    /** Where several objects of a class are made on a line, the order of the instructions tells which is which. */
    private @Nullable String variable(Creation creation) {
        List<String> candidates = variables.of(
                creation.maker(),
                creation.frame().getLineNumber(),
                VariableUse.NEW + creation.object().getClass().getName());
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        TreeSet<Integer> made = instructions.getOrDefault(key(creation), new TreeSet<>());
        return candidates.size() == made.size()
                ? candidates.get(made.headSet(creation.index()).size())
                : null;
    }

    /** Tells of the local variables that have held one object, and of it. */
    void forEachVariable(BiConsumer<String, Object> consumer) {
        for (Made made : all) {
            if (made.variable != null && made.variable.indexOf('.') < 0 && counts.getOrDefault(made.variable, 0) == 1) {
                consumer.accept(made.variable, made.creation.object());
            }
        }
    }

    /** The variable that an object was kept in; null if that is not known. */
    @Nullable
    String variable(Object object) {
        Made made = byObject.get(object);
        return made == null ? null : made.variable;
    }

    /** Where the object was made; null if that is not known. */
    @Nullable
    StackTraceElement madeAt(Object object) {
        Made made = byObject.get(object);
        return made == null ? null : made.creation.frame();
    }
}

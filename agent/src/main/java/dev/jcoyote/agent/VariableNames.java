package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Label;
import org.jspecify.annotations.Nullable;

/** What people call the variables of a method: {@code lock}, {@code Account.lock}, {@code account.lock}. */
final class VariableNames {
    private static final String THIS = "this";

    /** What compilers put before the name of a variable that an inner class has captured. */
    private static final String CAPTURED = "val$";

    private final Map<Label, Integer> labels;
    private final List<Range> ranges = new ArrayList<>();

    /** In which instructions a slot has a name. */
    private record Range(String name, Label start, Label end, int slot) {}

    /**
     * Creates one that knows no variable yet.
     *
     * @param labels how many instructions come before a label, for all labels of the method once its code was visited
     */
    VariableNames(Map<Label, Integer> labels) {
        this.labels = labels;
    }

    void add(String name, Label start, Label end, int slot) {
        ranges.add(new Range(name, start, end, slot));
    }

    /** What the origin is called; null if it has no name. */
    @Nullable
    String of(Origin origin) {
        if (origin instanceof Origin.Local local) {
            String name = local(local.slot(), local.position());
            return name == null ? of(local.stored()) : name.equals(THIS) ? null : name;
        }
        return origin instanceof Origin.Field field ? field(field) : null;
    }

    private @Nullable String local(int slot, int position) {
        for (Range range : ranges) {
            // A variable begins after the instruction that stores its first value, and is numbered by the one after it.
            if (range.slot == slot
                    && labels.getOrDefault(range.start, 0) <= position
                    && position <= labels.getOrDefault(range.end, 0)) {
                return range.name;
            }
        }
        return null;
    }

    private @Nullable String field(Origin.Field field) {
        if (field.name().startsWith(CAPTURED)) {
            return field.name().substring(CAPTURED.length());
        }
        if (field.name().contains("$")) {
            return null;
        }
        if (field.object() instanceof Origin.Local local) {
            String object = of(local);
            if (object != null && object.indexOf('.') < 0) {
                return object + "." + field.name();
            }
        }
        String owner = Names.simple(field.owner());
        String last = owner.substring(owner.lastIndexOf('.') + 1);
        return (Character.isDigit(last.charAt(0)) ? owner : last) + "." + field.name();
    }
}

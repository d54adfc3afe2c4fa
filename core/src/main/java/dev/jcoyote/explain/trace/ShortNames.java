package dev.jcoyote.explain.trace;

import dev.jcoyote.explain.Labels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Leaves out of names what nobody needs to tell them apart: {@code Cache.values} is {@code values} if nothing else is. */
final class ShortNames {
    private static final String HELD = "held by ";

    private final IntFunction<String> names;
    private final Labels labels;
    private final Set<String> full = new HashSet<>();

    /** By the end of a name: the name that ends so; empty if several do. */
    private final Map<String, String> ends = new HashMap<>();

    /** Shortens names of the objects that the moments are about. */
    ShortNames(List<Moment> moments, IntFunction<String> names, Labels labels) {
        this.names = names;
        this.labels = labels;
        Set<Integer> seen = new HashSet<>();
        for (Moment moment : moments) {
            if (seen.add(moment.resource())) {
                add(names.apply(moment.resource()));
            }
        }
    }

    private void add(String name) {
        full.add(name);
        for (int dot = name.length(); dot >= 0; dot = name.lastIndexOf('.', dot - 1)) {
            String end = name.substring(dot == name.length() ? 0 : dot + 1);
            ends.merge(end, name, (one, other) -> one.equals(other) ? one : "");
            if (dot == 0) {
                break;
            }
        }
    }

    /** A value as it is told: objects by their short names, and threads by their labels. */
    String value(String value) {
        if (value.startsWith(HELD)) {
            int end = value.indexOf(' ', HELD.length());
            String path = value.substring(HELD.length(), end < 0 ? value.length() : end);
            return HELD + labels.ofPath(path) + (end < 0 ? "" : value.substring(end));
        }
        return full.contains(value) ? shortened(value) : value;
    }

    /** The shortest end of the object's name that is of no other's. */
    String of(int resource) {
        return shortened(names.apply(resource));
    }

    private String shortened(String name) {
        for (int dot = name.lastIndexOf('.'); dot >= 0; dot = name.lastIndexOf('.', dot - 1)) {
            String end = name.substring(dot + 1);
            if (name.equals(ends.get(end)) && !end.equals("class")) {
                return end;
            }
        }
        return name;
    }
}

package dev.jcoyote.benchmarks.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Options of the form {@code --name=value}, each of which must be asked for. */
final class Options {
    private final Map<String, String> left = new HashMap<>();

    Options(List<String> words) {
        for (String word : words) {
            int equals = word.indexOf('=');
            if (!word.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("An option is --name=value, not " + word);
            }
            left.put(word.substring(2, equals), word.substring(equals + 1));
        }
    }

    String text(String name, String otherwise) {
        String value = left.remove(name);
        return value == null ? otherwise : value;
    }

    int number(String name, int otherwise) {
        String value = left.remove(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** Refuses an option that nobody asked for. */
    void refuseOthers() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("There is no option --" + String.join(", --", left.keySet()));
        }
    }
}

package dev.jcoyote.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table {@code coverage.txt}: how each public method of the concurrent JDK is controlled, and what shows it. */
final class Coverage {
    private static final String TCK = "tck/";

    private final List<Entry> entries = new ArrayList<>();

    private Coverage() {}

    /** How a method is controlled; the table's head says what each means. */
    enum How {
        POINT("a scheduling point"),
        WAIT("taken over at the call"),
        INSIDE("taken over inside the JDK"),
        VALUE("a value of the execution"),
        EXTERNAL("leaves control"),
        PLAIN("runs as it is");

        final String meaning;

        How(String meaning) {
            this.meaning = meaning;
        }
    }

    /**
     * A method by its name, with all its overloads.
     *
     * @param since the first JDK that has it; 0 for all that are supported
     * @param gone the JDK that lacks it, if not an earlier one; {@link Integer#MAX_VALUE} if none does
     */
    record Method(String name, int since, int gone) {
        static Method parse(String text) {
            String[] added = text.split("\\+");
            String[] removed = added[0].split("-");
            return new Method(removed[0], number(added, 0), number(removed, Integer.MAX_VALUE));
        }

        private static int number(String[] parts, int otherwise) {
            return parts.length == 1 ? otherwise : Integer.parseInt(parts[1]);
        }

        /** Its name, with the JDKs that have it. */
        String text() {
            if (since > 0) {
                return name + " (" + since + "+)";
            }
            return gone < Integer.MAX_VALUE ? name + " (not in " + gone + ")" : name;
        }
    }

    /**
     * A type of the JDK.
     *
     * @param name the name without the package
     * @param since the first JDK that has it; 0 for all that are supported
     * @param tests the names of test classes, or of methods in them
     * @param suites the names of the compatibility kit's suites
     */
    record Entry(
            String packageName,
            String name,
            int since,
            List<String> tests,
            List<String> suites,
            Map<How, List<Method>> methods) {
        /** The name as the class loader knows it. */
        String className() {
            return packageName + "." + name.replace('.', '$');
        }

        /** How the method is controlled; null if the table does not say. */
        @Nullable
        How how(String method) {
            for (Map.Entry<How, List<Method>> row : methods.entrySet()) {
                if (row.getValue().stream().anyMatch(known -> known.name().equals(method))) {
                    return row.getKey();
                }
            }
            return null;
        }

        /** All its methods. */
        List<Method> all() {
            return methods.values().stream().flatMap(List::stream).toList();
        }
    }

    /** The types, in the table's order. */
    List<Entry> entries() {
        return entries;
    }

    /** Reads the table. */
    static Coverage read() throws IOException {
        Coverage coverage = new Coverage();
        try (InputStream in = Objects.requireNonNull(Coverage.class.getResourceAsStream("coverage.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String packageName = "";
            How how = How.PLAIN;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    packageName = line.substring(1, line.length() - 1);
                } else if (line.startsWith("  ")) {
                    how = coverage.addMethods(line, how);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    coverage.entries.add(type(packageName, line));
                }
            }
        }
        return coverage;
    }

    private static Entry type(String packageName, String line) {
        String[] parts = line.split(":");
        Method name = Method.parse(parts[0].replace(" ", ""));
        List<String> shownBy = Arrays.asList(parts[1].trim().split(" "));
        return new Entry(
                packageName,
                name.name(),
                name.since(),
                shownBy.stream().filter(test -> !test.startsWith(TCK)).toList(),
                shownBy.stream()
                        .filter(test -> test.startsWith(TCK))
                        .map(test -> test.substring(TCK.length()))
                        .toList(),
                new EnumMap<>(How.class));
    }

    /** Adds a line's methods to the last type; a line of four blanks goes on with the way of the one before. */
    private How addMethods(String line, How before) {
        List<String> words = new ArrayList<>(Arrays.asList(line.trim().split(" ")));
        How how = line.startsWith("    ") ? before : How.valueOf(words.remove(0).toUpperCase(Locale.ROOT));
        List<Method> row = entries.get(entries.size() - 1).methods().computeIfAbsent(how, added -> new ArrayList<>());
        words.forEach(word -> row.add(Method.parse(word)));
        return how;
    }
}

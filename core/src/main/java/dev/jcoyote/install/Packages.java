package dev.jcoyote.install;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Packages and classes that are treated otherwise than usual, each list in its one normal form: sorted, as in
 * {@code com.acme.Metrics,com.acme.log}. Where both hold a class, the longer name decides.
 *
 * @param include those that get scheduling points although they belong to a library that only observes
 * @param exclude those that get none; what blocks in them is controlled all the same
 */
public record Packages(String include, String exclude) {
    private static final Pattern NAME = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
            + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");
    private static final Pattern ALL_BELOW = Pattern.compile("\\.\\*{1,2}$");

    /** None are. */
    public static final Packages USUAL = new Packages("", "");

    /**
     * Brings both lists into their normal form.
     *
     * @throws IllegalArgumentException if one names no package
     */
    public Packages {
        include = String.join(",", names(include));
        exclude = String.join(",", names(exclude));
    }

    /** Those with that list of included ones. */
    public Packages including(String list) {
        return new Packages(list, exclude);
    }

    /** Those with that list of excluded ones. */
    public Packages excluding(String list) {
        return new Packages(include, list);
    }

    /** The names in a list, sorted, without repetitions and the stars after packages. */
    public static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            String name = ALL_BELOW.matcher(part.strip()).replaceFirst("");
            if (name.isEmpty() || names.contains(name)) {
                continue;
            }
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("\"" + part.strip() + "\" names no package: packages and classes are"
                        + " given as in com.acme.log,com.acme.Metrics");
            }
            names.add(name);
        }
        Collections.sort(names);
        return names;
    }
}

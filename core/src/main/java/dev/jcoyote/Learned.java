package dev.jcoyote;

import dev.jcoyote.strategy.Strategies;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What executions have taught those after them: the strategy's own values, and the locations that race and have scheduling
 * points since. As text, the locations are one more pair: {@code pct.length=12 promoted=a.Account.balance,a.Account.count}.
 *
 * @param ofStrategy what the strategy has learned, as it says it
 * @param promoted the names of the racy locations, sorted
 * @param suspects the potential deadlocks that executions are directed at, sorted
 */
public record Learned(String ofStrategy, SortedSet<String> promoted, SortedSet<String> suspects) {
    private static final String PROMOTED = "promoted=";
    private static final String SUSPECTS = "suspects=";
    private static final String SEPARATOR = ",";

    /** Copies the names. */
    public Learned {
        promoted = Collections.unmodifiableSortedSet(new TreeSet<>(promoted));
        suspects = Collections.unmodifiableSortedSet(new TreeSet<>(suspects));
    }

    /** Reads what {@link #text} wrote. */
    public static Learned of(String text) {
        StringBuilder ofStrategy = new StringBuilder();
        SortedSet<String> promoted = new TreeSet<>();
        SortedSet<String> suspects = new TreeSet<>();
        for (String pair : text.strip().split("\\s+", -1)) {
            if (pair.startsWith(PROMOTED)) {
                promoted.addAll(names(pair.substring(PROMOTED.length())));
            } else if (pair.startsWith(SUSPECTS)) {
                suspects.addAll(names(pair.substring(SUSPECTS.length())));
            } else {
                ofStrategy.append(ofStrategy.isEmpty() ? "" : " ").append(pair);
            }
        }
        return new Learned(ofStrategy.toString(), promoted, suspects);
    }

    /** What two parts of an epoch, under that strategy, have taught together; each as text. */
    public static String join(String strategy, String one, String other) {
        Learned first = of(one);
        Learned second = of(other);
        SortedSet<String> promoted = new TreeSet<>(first.promoted);
        promoted.addAll(second.promoted);
        SortedSet<String> suspects = new TreeSet<>(first.suspects);
        suspects.addAll(second.suspects);
        return new Learned(Strategies.joinLearned(strategy, first.ofStrategy, second.ofStrategy), promoted, suspects)
                .text();
    }

    /** All of it as pairs separated by blanks; empty if nothing was learned. */
    public String text() {
        String races = promoted.isEmpty() ? "" : " " + PROMOTED + list(promoted);
        String deadlocks = suspects.isEmpty() ? "" : " " + SUSPECTS + list(suspects);
        return (ofStrategy + races + deadlocks).strip();
    }

    /** The names as the header of a schedule has them. */
    static String list(Collection<String> names) {
        return names.stream()
                .map(name -> name.replace("%", "%25").replace(" ", "%20").replace(SEPARATOR, "%2C"))
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Reads what {@link #list} wrote. */
    static SortedSet<String> names(String list) {
        SortedSet<String> names = new TreeSet<>();
        for (String name : list.split(SEPARATOR, -1)) {
            if (!name.isBlank()) {
                names.add(name.strip()
                        .replace("%2C", SEPARATOR)
                        .replace("%20", " ")
                        .replace("%25", "%"));
            }
        }
        return names;
    }
}

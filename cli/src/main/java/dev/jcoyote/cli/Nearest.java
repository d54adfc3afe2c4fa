package dev.jcoyote.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The order of names by their edit distance (Levenshtein) to what the user wrote. */
final class Nearest {
    private Nearest() {}

    /** The distinct names, the nearest first; in alphabetical order where that does not tell. */
    static List<String> first(List<String> names, String wanted) {
        String target = normal(wanted);
        record Candidate(String name, int distance) {}
        List<Candidate> candidates = new ArrayList<>();
        for (String name : names) {
            candidates.add(new Candidate(name, wanted.isEmpty() ? 0 : distance(name, target)));
        }
        candidates.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
        List<String> result = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!result.contains(candidate.name())) {
                result.add(candidate.name());
            }
        }
        return result;
    }

    /** The distance to the end of the name that has as many parts as were written. */
    private static int distance(String name, String target) {
        String dotted = normal(name);
        int start = dotted.length();
        for (int parts = target.split("\\.").length; parts > 0 && start > 0; parts--) {
            start = dotted.lastIndexOf('.', start - 1);
        }
        return levenshtein(dotted.substring(start + 1), target);
    }

    private static String normal(String name) {
        return name.replace("::", ".").replace('#', '.').replace('$', '.').toLowerCase(Locale.ROOT);
    }

    static int levenshtein(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

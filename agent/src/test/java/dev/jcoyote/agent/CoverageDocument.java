package dev.jcoyote.agent;

import dev.jcoyote.agent.Coverage.Entry;
import dev.jcoyote.agent.Coverage.How;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The part of {@code docs/coverage.md} that is made of the table; what stands around it is kept. */
final class CoverageDocument {
    private static final String BEGIN = "<!-- made of coverage.txt: begin -->\n";
    private static final String END = "<!-- made of coverage.txt: end -->\n";

    private CoverageDocument() {}

    /** The document with that part made anew. */
    static String renew(String document, Coverage coverage) {
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        return document.substring(0, begin) + generated(coverage.entries()) + document.substring(document.indexOf(END));
    }

    private static String generated(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        text.append('\n').append(entries.size()).append(" types; names of methods, with all their overloads:\n\n");
        text.append("| | | methods |\n|---|---|--:|\n");
        for (How how : How.values()) {
            long number = entries.stream()
                    .mapToLong(entry ->
                            entry.methods().getOrDefault(how, List.of()).size())
                    .sum();
            text.append("| ")
                    .append(word(how))
                    .append(" | ")
                    .append(how.meaning)
                    .append(" | ");
            text.append(number).append(" |\n");
        }
        String packageName = "";
        for (Entry entry : entries) {
            if (!entry.packageName().equals(packageName)) {
                packageName = entry.packageName();
                text.append("\n### ").append(packageName).append("\n\n| type | methods | shown by |\n|---|---|---|\n");
            }
            text.append(row(entry));
        }
        return text.append('\n').toString();
    }

    private static String row(Entry entry) {
        String since = entry.since() == 0 ? "" : " (" + entry.since() + "+)";
        String methods = Arrays.stream(How.values())
                .filter(entry.methods()::containsKey)
                .map(how -> "**" + word(how) + "** "
                        + entry.methods().get(how).stream()
                                .map(Coverage.Method::text)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        String suites = entry.suites().isEmpty() ? "" : "; TCK " + String.join(", ", entry.suites());
        return "| " + entry.name() + since + " | " + methods + " | " + String.join(", ", entry.tests()) + suites
                + " |\n";
    }

    private static String word(How how) {
        return how.name().toLowerCase(Locale.ROOT);
    }
}

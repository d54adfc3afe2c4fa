package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * The options string of the agent: {@code include=a.b,a.c;exclude=d;plain}.
 *
 * @param include packages whose classes get scheduling points although they only observe the program
 * @param exclude the packages that are controlled for what blocks, and get no scheduling point
 * @param plainAccesses whether plain fields and array elements are instrumented too
 */
record AgentOptions(List<String> include, List<String> exclude, boolean plainAccesses) {

    /** The options of an agent that got none. */
    static AgentOptions none() {
        return new AgentOptions(new ArrayList<>(), new ArrayList<>(), false);
    }

    /**
     * Parses an options string.
     *
     * @throws IllegalArgumentException if it holds an unknown option
     */
    static AgentOptions parse(String text) {
        List<String> include = new ArrayList<>();
        List<String> exclude = new ArrayList<>();
        boolean plain = false;
        for (String option : text.split(";", -1)) {
            String trimmed = option.trim();
            if (trimmed.startsWith("include=")) {
                addPackages(trimmed, include);
            } else if (trimmed.startsWith("exclude=")) {
                addPackages(trimmed, exclude);
            } else if (trimmed.equals("plain")) {
                plain = true;
            } else if (!trimmed.isEmpty()) {
                throw new IllegalArgumentException("Unknown agent option '" + trimmed
                        + "'. The options are include=<packages>, exclude=<packages> and plain,"
                        + " separated by semicolons; packages are separated by commas.");
            }
        }
        return new AgentOptions(include, exclude, plain);
    }

    private static void addPackages(String option, List<String> packages) {
        for (String name : option.substring(option.indexOf('=') + 1).split(",", -1)) {
            String trimmed = name.trim();
            if (!trimmed.isEmpty()) {
                packages.add(trimmed.replace('.', '/'));
            }
        }
    }
}

package dev.jcoyote.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The options that this JVM was started with, for JVMs that stand in for it. */
final class OwnJvmOptions {
    private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");
    private static final Set<String> WITH_VALUE = Set.of(
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--limit-modules",
            "--add-reads",
            "--add-exports",
            "--add-opens",
            "--patch-module");
    private static final Pattern COLLECTOR = Pattern.compile("-XX:[+-]Use\\w*GC");
    private static final Pattern DEBUGGER = Pattern.compile("-agentlib:jdwp.*|-Xrunjdwp.*|-Xdebug");

    private OwnJvmOptions() {}

    /**
     * The options, without those that cannot be given together with the others: a collector, if they choose one, and a
     * debugger's port, which is taken.
     *
     * @param others options that will follow
     */
    static List<String> without(List<String> others) {
        return without(others, ProcessHandle.current().info().arguments().orElse(new String[0]));
    }

    static List<String> without(List<String> others, String... line) {
        boolean isCollectorChosen =
                others.stream().anyMatch(each -> COLLECTOR.matcher(each).matches());
        List<String> options = new ArrayList<>();
        for (int i = 0; i < line.length && isOption(line[i]); i++) {
            String option = line[i];
            if (CLASS_PATH.contains(option)) {
                i++;
            } else if (WITH_VALUE.contains(option) && i + 1 < line.length) {
                options.add(option);
                options.add(line[++i]);
            } else if (!DEBUGGER.matcher(option).matches()
                    && !(isCollectorChosen && COLLECTOR.matcher(option).matches())) {
                options.add(option);
            }
        }
        return options;
    }

    /** After the options come {@code -jar} or the name of a class. */
    private static boolean isOption(String word) {
        return word.startsWith("-") && !word.equals("-jar");
    }
}

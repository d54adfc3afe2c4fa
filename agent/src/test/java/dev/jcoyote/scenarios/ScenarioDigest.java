package dev.jcoyote.scenarios;

import dev.jcoyote.control.ExecutionRunner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs every scenario under a few seeds and prints a line for each: its name, the seed, and a hash of all
 * that it did.
 *
 * <p>With the argument {@code reverse} it runs them in the opposite order, but those that leave threads behind last.
 * With the name of a scenario it prints, instead of hashes, all that this one did.
 */
final class ScenarioDigest {
    private static final int SEEDS = 3;

    private ScenarioDigest() {}

    /** See the class. */
    public static void main(String[] arguments) {
        Installation.ensure();
        List<String> options = List.of(arguments);
        boolean reverse = options.contains("reverse");
        String only =
                options.stream().filter(name -> name.contains(".")).findFirst().orElse(null);
        List<Scenario> scenarios =
                new ArrayList<>(Scenarios.classes().flatMap(Scenario::of).toList());
        if (reverse) {
            Collections.reverse(scenarios);
        }
        // While threads that were left behind are there, every deadlock is given time that they might end it.
        scenarios.sort(Comparator.comparing(Scenario::leavesThreadsBehind));
        try (ExecutionRunner runner =
                new ExecutionRunner(Installation.engine(), ScenarioDigest.class.getClassLoader())) {
            for (Scenario scenario : scenarios) {
                print(scenario, runner, only);
            }
        }
        System.exit(0); // threads that do not unwind must not keep the JVM alive
    }

    private static void print(Scenario scenario, ExecutionRunner runner, @Nullable String only) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            String text = Recording.of(scenario, runner, "random", seed).text();
            if (only == null) {
                System.out.println(scenario.name() + " " + seed + " " + Integer.toHexString(text.hashCode()));
            } else if (only.equals(scenario.name())) {
                System.out.println(text);
            }
        }
    }
}

package dev.jcoyote.scenarios;

import dev.jcoyote.analysis.BothObservers;
import dev.jcoyote.analysis.Observer;
import dev.jcoyote.analysis.RaceDetector;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.names.Creations;
import dev.jcoyote.explain.names.Names;
import dev.jcoyote.explain.values.PlainAccess;
import dev.jcoyote.explain.values.ValueTexts;
import dev.jcoyote.explain.values.Values;
import dev.jcoyote.install.Installer;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.scheduler.EventLog;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that runs every scenario with what records names and values, and prints a line for each: its name and a hash of
 * all that it did and that was recorded. Where the recording has changed an execution or two objects have one name it says so.
 *
 * <p>With the name of a scenario it prints, instead of a hash, all that was recorded of this one.
 */
final class ExplainedDigest {
    private static final ClassLoader LOADER = ExplainedDigest.class.getClassLoader();

    private ExplainedDigest() {}

    /** See the class. */
    public static void main(String[] arguments) {
        Installation.ensure();
        List<Scenario> scenarios = Scenarios.classes()
                .flatMap(Scenario::of)
                .sorted(Comparator.comparing(Scenario::leavesThreadsBehind))
                .toList();
        Creations creations = new Creations();
        Values values = new Values(Installer.find(), LOADER);
        try (ExecutionRunner runner = new ExecutionRunner(Installation.engine(), LOADER)) {
            runner.observe(new RaceDetector());
            for (Scenario scenario : scenarios) {
                runner.observeBeside(Observer.NONE);
                String before = Recording.of(scenario, runner, "random", 1).text();
                runner.observeBeside(BothObservers.of(creations, values));
                String recorded = Recording.of(scenario, runner, "random", 1).text();
                if (!recorded.equals(before)) {
                    System.out.println(scenario.name() + " was changed\n" + before + "\n" + recorded);
                }
                String text = text(runner, creations, values);
                if (arguments.length == 0) {
                    System.out.println(scenario.name() + " " + Integer.toHexString(text.hashCode()));
                } else if (scenario.name().startsWith(arguments[0])) {
                    System.out.println(scenario.name() + "\n" + text);
                }
            }
        }
        System.exit(0); // threads that do not unwind must not keep the JVM alive
    }

    private static String text(ExecutionRunner runner, Creations creations, Values values) {
        EventLog events = runner.events();
        Names names = new Names(events, runner.threads(), runner.resources(), creations, Installer.find(), LOADER);
        ValueTexts texts = values.texts(names);
        StringBuilder text = new StringBuilder();
        Map<String, Object> owners = new HashMap<>();
        int next = 0;
        for (int event = -1; event < events.size(); event++) {
            if (event >= 0) {
                int resource = events.resource(event);
                int site = events.site(event);
                text.append(runner.threads().get(events.thread(event)).path())
                        .append(' ')
                        .append(events.kind(event).verb())
                        .append(' ')
                        .append(Sites.target(site))
                        .append(" of ")
                        .append(names.full(resource))
                        .append(": ")
                        .append(texts.before(event))
                        .append(" -> ")
                        .append(texts.after(event))
                        .append('\n');
                if (resource != Operation.NO_RESOURCE) {
                    Object object = runner.resources().object(resource);
                    Object other = owners.putIfAbsent(names.of(resource), object);
                    // What an object of the JDK is made of has its name.
                    if (other != null && other != object && !isOfJdk(object) && !isOfJdk(other)) {
                        System.out.println(names.of(resource) + " is the name of two");
                    }
                }
            }
            List<PlainAccess> plain = texts.plainAccesses();
            for (; next < plain.size() && plain.get(next).event() == event; next++) {
                PlainAccess access = plain.get(next);
                text.append(access.write() ? "    writes " : "    reads ")
                        .append(Sites.target(access.site()))
                        .append(" of ")
                        .append(names.full(access.resource()))
                        .append(": ")
                        .append(access.before())
                        .append(" -> ")
                        .append(access.after())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static boolean isOfJdk(Object object) {
        return object.getClass().getClassLoader() == null;
    }
}

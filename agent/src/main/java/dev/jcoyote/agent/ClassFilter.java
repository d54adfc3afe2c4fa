package dev.jcoyote.agent;

import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides which classes of the program are rewritten, and says why the others are not. */
final class ClassFilter {
    private static final String TOOL = "dev/jcoyote/";

    /** Packages under the tool's name that hold programs to test. */
    private static final String[] TOOL_PROGRAMS = {
        "dev/jcoyote/examples/", "dev/jcoyote/scenarios/", "dev/jcoyote/benchmarks/"
    };

    /** The tool's own packages. */
    private static final String[] TOOL_PACKAGES = {
        "bridge/",
        "install/",
        "agent/",
        "operation/",
        "schedule/",
        "analysis/",
        "search/",
        "strategy/",
        "scheduler/",
        "engine/",
        "sync/",
        "control/",
        "explain/",
        "report/",
        "testing/",
        "cli/",
        "junit/"
    };

    /** What runs tests, and what rewrites or generates classes: never part of the program. */
    private static final String[] INFRASTRUCTURE = {
        // the first is written in two parts because the build relocates names that begin with the whole
        "net/byte" + buddy(),
        "org/junit/",
        "junit/framework/",
        "junit/runner/",
        "org/opentest4j/",
        "org/apiguardian/",
        "org/apache/maven/surefire/",
        "org/apache/maven/",
        "org/codehaus/plexus/",
        "org/codehaus/classworlds/",
        "org/gradle/",
        "worker/org/gradle/",
        "com/intellij/",
        "org/jetbrains/jps/",
        "org/eclipse/jdt/",
        "org/eclipse/osgi/",
        "org/mockito/",
        "org/objenesis/",
        "org/jacoco/",
        "com/vladium/",
        "jdk/proxy"
    };

    /** The exception among them: assertions that wait, and read the clock. */
    private static final String ASSERTIONS_OF_TIME = "org/junit/jupiter/api/AssertTimeout";

    /** Libraries that observe the program: their locks must not hide its races. */
    private static final String[] BYSTANDERS = {
        "org/slf4j/",
        "ch/qos/logback/",
        "org/apache/log4j/",
        "org/apache/logging/",
        "org/apache/commons/logging/",
        "org/jboss/logging/",
        "io/micrometer/",
        "io/opentelemetry/",
        "org/assertj/",
        "org/hamcrest/",
        "com/google/common/truth/",
        "kotlin/test/"
    };

    private final AgentOptions options;
    private final @Nullable String ownSource;
    private volatile Moved moved;

    /**
     * The packages that options have moved from one side to the other, as the beginnings of internal names.
     *
     * @param key a number of their own for those lists; 0 if they are empty
     */
    private record Moved(List<String> include, List<String> exclude, long key) {
        static Moved of(AgentOptions options, List<String> include, List<String> exclude) {
            List<String> allIncluded = internal(options.include(), include);
            List<String> allExcluded = internal(options.exclude(), exclude);
            long key = 0;
            for (String name : allIncluded) {
                key = key * 31 + name.hashCode();
            }
            for (String name : allExcluded) {
                key = key * 37 + ~name.hashCode();
            }
            return new Moved(allIncluded, allExcluded, key * 0x9E37_79B9_7F4A_7C15L);
        }

        private static List<String> internal(List<String> ofAgent, List<String> ofExploration) {
            Set<String> names = new TreeSet<>(ofAgent);
            for (String name : ofExploration) {
                names.add(name.replace('.', '/'));
            }
            return new ArrayList<>(names);
        }
    }

    /** What is done with a class. */
    enum Verdict {
        /** It gets scheduling points. */
        APPLICATION(""),
        /** It is controlled for what blocks, and gets no scheduling point. */
        BYSTANDER("it observes the program, or was excluded"),
        /** It is rewritten for what blocks, by another transformer. */
        JDK("it belongs to the JDK"),
        /** It stays as it is. */
        TOOL("it belongs to this tool"),
        /** It stays as it is. */
        INFRASTRUCTURE("it runs tests or generates classes");

        /** Why it gets no scheduling point; empty if it does. */
        final String reason;

        Verdict(String reason) {
            this.reason = reason;
        }

        /** Whether the class is one of the program's, which {@link ApplicationTransformer} rewrites. */
        boolean isOfProgram() {
            return this == APPLICATION || this == BYSTANDER;
        }
    }

    /**
     * Creates one.
     *
     * @param ownSource the location of the tool's own classes; null if it is unknown
     */
    ClassFilter(AgentOptions options, @Nullable String ownSource) {
        this.options = options;
        this.ownSource = ownSource;
        moved = Moved.of(options, List.of(), List.of());
    }

    private static String buddy() {
        return "buddy/";
    }

    /** Decides about a class. */
    Verdict decide(@Nullable ClassLoader loader, String name, @Nullable ProtectionDomain domain) {
        if (loader == null || loader == ClassLoader.getPlatformClassLoader() || isOfJdk(name)) {
            return Verdict.JDK;
        }
        if (startsWithAny(name, TOOL_PROGRAMS)) {
            return byOptions(name);
        }
        if (isTool(name) || isOwnSource(domain)) {
            return Verdict.TOOL;
        }
        if (name.startsWith(ASSERTIONS_OF_TIME)) {
            return Verdict.BYSTANDER;
        }
        if (startsWithAny(name, INFRASTRUCTURE)) {
            return Verdict.INFRASTRUCTURE;
        }
        return byOptions(name);
    }

    /** Sets the packages with and without points, besides those of the agent's options. */
    void packages(List<String> include, List<String> exclude) {
        moved = Moved.of(options, include, exclude);
    }

    /** What rewritten classes depend on besides their files: 0 if no package was moved. */
    long key() {
        return moved.key;
    }

    private Verdict byOptions(String name) {
        Moved packages = moved;
        int included = longestOf(packages.include, name);
        int excluded = longestOf(packages.exclude, name);
        if (included > excluded) {
            return Verdict.APPLICATION;
        }
        return excluded > 0 || startsWithAny(name, BYSTANDERS) ? Verdict.BYSTANDER : Verdict.APPLICATION;
    }

    /** Whether a class observes programs, whatever the options say. */
    static boolean isBystander(String name) {
        return startsWithAny(name, BYSTANDERS);
    }

    private static boolean isOfJdk(String name) {
        return Names.isJdk(name) && !name.startsWith("javax/");
    }

    private static boolean isTool(String name) {
        if (!name.startsWith(TOOL)) {
            return false;
        }
        if (name.indexOf('/', TOOL.length()) < 0) {
            return true;
        }
        for (String part : TOOL_PACKAGES) {
            if (name.startsWith(part, TOOL.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOwnSource(@Nullable ProtectionDomain domain) {
        String location = location(domain);
        return location != null && location.equals(ownSource);
    }

    /** The location of a domain's classes, as text: comparing locations as such may ask the network for names. */
    static @Nullable String location(@Nullable ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        return source == null || source.getLocation() == null
                ? null
                : source.getLocation().toExternalForm();
    }

    private static boolean startsWithAny(String name, String[] prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** The length of the longest name that the class is, or is in; 0 if there is none. */
    private static int longestOf(List<String> packages, String name) {
        int longest = 0;
        for (int i = 0; i < packages.size(); i++) {
            String prefix = packages.get(i);
            if (prefix.length() > longest
                    && name.startsWith(prefix)
                    && (name.length() == prefix.length()
                            || name.charAt(prefix.length()) == '/'
                            || name.charAt(prefix.length()) == '$')) {
                longest = prefix.length();
            }
        }
        return longest;
    }
}

package dev.jcoyote.strategy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The strategies that users choose by name. */
public final class Strategies {
    /** The strategy of those who do not choose. */
    public static final String DEFAULT = PortfolioStrategy.NAME;

    private static final List<String> NAMES = List.of(
            PortfolioStrategy.NAME,
            RandomStrategy.NAME,
            PctStrategy.NAME,
            PosStrategy.NAME,
            SurwStrategy.NAME,
            UrwStrategy.NAME,
            DporStrategy.NAME,
            AutoStrategy.NAME);

    private Strategies() {}

    /** The names, the default first. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Refuses a name that no strategy has.
     *
     * @throws IllegalArgumentException with the names that there are, the most similar first
     */
    public static void requireKnown(String name) {
        if (!NAMES.contains(name)) {
            String wanted = name.toLowerCase(Locale.ROOT);
            List<String> nearestFirst = NAMES.stream()
                    .sorted(Comparator.comparingInt((String known) -> distance(wanted, known)))
                    .toList();
            throw new IllegalArgumentException(
                    "There is no strategy \"" + name + "\"; choose one of " + String.join(", ", nearestFirst));
        }
    }

    /**
     * Creates a strategy.
     *
     * @param name one of {@link #names}
     * @param depth the depth of PCT, at least 1; others ignore it
     * @param learned what {@link Strategy#learned} said in an execution of the same strategy; blank for nothing
     * @throws IllegalArgumentException if the name is unknown, the depth is too small, or the strategy does not know
     *     what it is said to have learned
     */
    public static Strategy create(String name, int depth, String learned) {
        return create(name, depth, learned, Integer.MAX_VALUE);
    }

    /**
     * Creates a strategy that may run so many executions in all.
     *
     * @throws IllegalArgumentException as {@link #create(String, int, String)} does
     */
    public static Strategy create(String name, int depth, String learned, int budget) {
        requireKnown(name);
        return switch (name) {
            case RandomStrategy.NAME -> {
                requireNothingLearned(name, learned);
                yield new RandomStrategy();
            }
            case PosStrategy.NAME -> {
                requireNothingLearned(name, learned);
                yield new PosStrategy();
            }
            case DporStrategy.NAME -> {
                requireNothingLearned(name, learned);
                yield new DporStrategy();
            }
            case AutoStrategy.NAME -> new AutoStrategy(create(PortfolioStrategy.NAME, depth, learned), budget);
            case PctStrategy.NAME ->
                new PctStrategy(depth, Learned.of(name, learned).length());
            case SurwStrategy.NAME ->
                new SurwStrategy(new LearnedProfile(Learned.of(name, learned).profile()));
            case UrwStrategy.NAME ->
                new UrwStrategy(new LearnedProfile(Learned.of(name, learned).profile()));
            default -> new PortfolioStrategy(depth, Learned.of(name, learned));
        };
    }

    /** Whether what an execution is like depends on all those before it: none can be run alone, and none by other JVMs. */
    public static boolean isSequential(String name) {
        return name.equals(DporStrategy.NAME) || name.equals(AutoStrategy.NAME);
    }

    /**
     * Refuses to begin with an execution that the strategy only knows after those before it.
     *
     * @throws IllegalArgumentException with what to do instead
     */
    public static void requireCanBegin(String name, int firstExecution) {
        if (isSequential(name) && firstExecution > 1) {
            throw new IllegalArgumentException("The strategy " + name + " cannot run execution " + firstExecution
                    + " alone, which follows from all those before it: replay its schedule");
        }
    }

    /**
     * What a strategy has learned from two parts of an epoch together.
     *
     * @param name one of {@link #names}
     * @param one what {@link Strategy#learnedByNow} said after the one part
     * @param other what it said after the other part
     */
    public static String joinLearned(String name, String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return one.isBlank() ? other : one;
        }
        return Learned.of(name, one).join(Learned.of(name, other)).text();
    }

    private static void requireNothingLearned(String name, String learned) {
        if (!learned.isBlank()) {
            throw new IllegalArgumentException("The strategy " + name
                    + " learns nothing, but is given the learned value \"" + learned.strip() + "\": leave it out");
        }
    }

    /** How many letters to insert, delete or replace to get from one word to the other (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}

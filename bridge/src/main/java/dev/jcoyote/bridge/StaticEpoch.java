package dev.jcoyote.bridge;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the static state of classes is up to date with: a number that grows with every execution, and the classes that
 * are older than the first one and keep their state.
 */
public final class StaticEpoch {
    /** The epoch of a class that keeps its state for ever. */
    private static final int KEPT = Integer.MAX_VALUE;

    /** A class of an earlier epoch has to be initialised before it is used. Code of the program reads it. */
    public static int current = 1;

    private static volatile boolean exploring;

    /** Each lives as long as its class. */
    private static final List<WeakReference<ClassInitialization>> KEPT_CLASSES = new ArrayList<>();

    private static final List<String> PROBLEMS = new ArrayList<>();

    private StaticEpoch() {}

    /** Executions follow: a class that is initialised from here on starts anew in the next one. */
    public static void beginExploration() {
        exploring = true;
    }

    /** No executions follow. What executions have left in static fields is gone when the program next needs it. */
    public static void endExploration(boolean isolated) {
        exploring = false;
        if (isolated) {
            current++;
        }
    }

    /** An execution begins that shall find no trace of those before. */
    public static void beginExecution() {
        current++;
    }

    /** How many classes keep their state. */
    public static int keptCount() {
        synchronized (KEPT_CLASSES) {
            return KEPT_CLASSES.size();
        }
    }

    /** The classes that keep their state, in the order of their initialisation; null for those that are gone. */
    public static List<@Nullable ClassInitialization> keptClasses() {
        List<@Nullable ClassInitialization> kept = new ArrayList<>();
        synchronized (KEPT_CLASSES) {
            for (int i = 0; i < KEPT_CLASSES.size(); i++) {
                kept.add(KEPT_CLASSES.get(i).get());
            }
        }
        return kept;
    }

    /** The classes that were to start anew and could not, since the last time: what to say of each. */
    public static List<String> drainProblems() {
        synchronized (PROBLEMS) {
            String[] drained = PROBLEMS.toArray(new String[0]);
            PROBLEMS.clear();
            Arrays.sort(drained);
            return Arrays.asList(drained);
        }
    }

    /** The epoch of a class that a thread outside control has initialised. */
    static int outside(Class<?> type) {
        if (exploring) {
            return current;
        }
        keep(ClassInitialization.of(type));
        return KEPT;
    }

    /** A class keeps its state. */
    static void keep(ClassInitialization initialization) {
        synchronized (KEPT_CLASSES) {
            KEPT_CLASSES.add(new WeakReference<>(initialization));
        }
    }

    /** A class keeps its state because its initialiser fails when it runs again; returns the epoch that it gets. */
    static int keepOnce(ClassInitialization initialization, Throwable error) {
        synchronized (PROBLEMS) {
            PROBLEMS.add(initialization.type().getName() + ", whose initialiser runs only once: " + error);
        }
        keep(initialization);
        return KEPT;
    }
}

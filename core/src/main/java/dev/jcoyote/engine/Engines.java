package dev.jcoyote.engine;

import dev.jcoyote.bridge.Debugger;
import dev.jcoyote.bridge.FiberSupport;
import dev.jcoyote.bridge.Fibers;
import dev.jcoyote.engine.fiber.FiberEngine;
import dev.jcoyote.engine.fiber.FiberSelfTest;
import dev.jcoyote.engine.platform.PlatformEngine;
import dev.jcoyote.install.InstallationException;
import dev.jcoyote.scheduler.Engine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which engine runs an exploration's executions, and why. */
public final class Engines {
    /** Fibers where they are known to work, else platform threads. */
    public static final String AUTO = "auto";

    private static final String FIBER = "fiber";
    private static final String PLATFORM = "platform";
    private static final List<String> NAMES = List.of(AUTO, FIBER, PLATFORM);

    /** After so many executions that did not fit the fibers, if they are more than a few of all, the rest is not tried. */
    private static final int MOST_FALL_BACKS = 3;

    private static final int FEW_OF_ALL = 10;

    private final String wanted;
    private final PlatformEngine platform = new PlatformEngine();
    private @Nullable FiberEngine fiber;
    private @Nullable Engine current;
    private String reason = "";
    private int executions;
    private int fallBacks;
    private int told;
    private boolean isOutsideNeeded;

    /** Makes the choice later, when the first execution begins. */
    public Engines(String wanted) {
        this.wanted = wanted;
    }

    /** The names to choose from, the default first. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Refuses a name that no choice has.
     *
     * @throws IllegalArgumentException with the names that there are
     */
    public static void requireKnown(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "There is no engine \"" + name + "\"; choose one of " + String.join(", ", NAMES));
        }
    }

    /**
     * The engine of the next execution, or of the one that is under way.
     *
     * @throws InstallationException if fibers are wanted and this JVM has none
     */
    public Engine current() {
        Engine chosen = current;
        if (chosen == null) {
            chosen = choose();
            current = chosen;
        }
        return chosen;
    }

    private Engine choose() {
        if (wanted.equals(PLATFORM)) {
            reason = "it was asked for";
            return platform;
        }
        String obstacle = obstacle();
        Fibers fibers = FiberSupport.fibers();
        if (obstacle == null && fibers != null) {
            obstacle = FiberSelfTest.failure(fibers);
        }
        if (obstacle == null && fibers != null) {
            reason = wanted.equals(FIBER) ? "it was asked for" : "this JVM has fibers, and they pass the self-test";
            fiber = new FiberEngine(fibers);
            return fiber;
        }
        String found = Objects.requireNonNull(obstacle);
        if (wanted.equals(FIBER)) {
            throw refused(found);
        }
        reason = found;
        return platform;
    }

    /**
     * Refuses a wish that this JVM cannot fulfil, before anything is run.
     *
     * @throws InstallationException with the reason and what to do
     */
    public void requirePossible() {
        String obstacle = wanted.equals(FIBER) ? obstacle() : null;
        if (obstacle != null) {
            throw refused(obstacle);
        }
    }

    private static InstallationException refused(String obstacle) {
        return new InstallationException("The engine \"fiber\" cannot be used: " + obstacle
                + ". Use the engine \"auto\" or \"platform\": it runs the same executions, on platform threads.");
    }

    /** Why fibers cannot be used; null if they can be tried. */
    private static @Nullable String obstacle() {
        if (Debugger.isPresent()) {
            return "a debugger may attach, and it cannot follow fibers";
        }
        return FiberSupport.fibers() == null ? FiberSupport.reason() : null;
    }

    /** The execution that is over did not fit the engine: it is run again, on platform threads. */
    public void fallBack() {
        fallBacks++;
        current = platform;
    }

    /** The same, and all that follow: their threads wait for the world outside, which fibers cannot. */
    public void fallBackForGood() {
        fallBack();
        isOutsideNeeded = true;
    }

    /** An execution is over: the next one goes back to the fibers, unless too many did not fit them. */
    public void executed() {
        executions++;
        if (fiber != null && executions == 1) {
            checkUnderOptimisation();
        } else if (fiber != null && current == platform && fallBacks > 0 && !isGivenUp()) {
            current = fiber;
        }
    }

    private boolean isGivenUp() {
        return isOutsideNeeded || (fallBacks >= MOST_FALL_BACKS && fallBacks * (long) FEW_OF_ALL > executions);
    }

    /** Only now, since it takes some milliseconds that a single execution need not pay. */
    private void checkUnderOptimisation() {
        Fibers fibers = FiberSupport.fibers();
        String failure = fibers == null ? null : FiberSelfTest.failureWhenOptimised(fibers);
        if (failure != null) {
            if (wanted.equals(FIBER)) {
                throw refused(failure);
            }
            reason = failure;
            fiber = null;
            current = platform;
        }
    }

    /** The name in results. */
    public String name() {
        return fiber != null && !isGivenUp() ? fiber.name() : platform.name();
    }

    /** Why it is that engine, as a clause. */
    public String reason() {
        if (isOutsideNeeded) {
            return "threads waited for the world outside, which fibers cannot";
        }
        return isGivenUp() ? "executions did not fit the fibers" : reason;
    }

    /** Whether a thread of the last execution could not be suspended, so that the others ran on top of it. */
    public boolean wasPinned() {
        return current != null && current == fiber && fiber.wasPinned();
    }

    /** How many executions were run again on platform threads since the last time. */
    public int drainFallBacks() {
        int sinceThen = fallBacks - told;
        told = fallBacks;
        return sinceThen;
    }
}

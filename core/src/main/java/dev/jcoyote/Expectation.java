package dev.jcoyote;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bug that a test must have: of one kind, or an exception of one type. With it an exploration passes if some execution has
 * that bug and none has another.
 */
public final class Expectation {
    private static final Map<Class<?>, BugKind> KINDS = Map.of(
            Deadlock.class, BugKind.DEADLOCK,
            Livelock.class, BugKind.LIVELOCK,
            LivenessViolation.class, BugKind.LIVENESS,
            InvariantViolation.class, BugKind.INVARIANT);

    private final @Nullable BugKind kind;
    private final String type;

    private Expectation(@Nullable BugKind kind, String type) {
        this.kind = kind;
        this.type = type;
    }

    /**
     * The bug that a type stands for: {@link Deadlock}, {@link Livelock}, {@link LivenessViolation} and
     * {@link InvariantViolation} for their kinds, any other for exceptions and errors of it and of its subtypes.
     */
    public static Expectation of(Class<? extends Throwable> type) {
        return new Expectation(KINDS.get(type), type.getName());
    }

    /**
     * The bug of that name: a kind's {@linkplain BugKind#id name}, or the full name of an exception's class.
     *
     * @throws IllegalArgumentException if it can be neither
     */
    public static Expectation of(String name) {
        for (BugKind known : BugKind.values()) {
            if (known.id().equals(name)) {
                return new Expectation(known, name);
            }
        }
        if (!name.matches("(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*\\.)+"
                + "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*")) {
            String kinds = Arrays.stream(BugKind.values()).map(BugKind::id).collect(Collectors.joining(", "));
            throw new IllegalArgumentException("A bug to expect is one of " + kinds
                    + ", or the full name of an exception's class, but is \"" + name + "\"");
        }
        return new Expectation(null, name);
    }

    /** Whether the bug is the expected one. */
    public boolean isMetBy(Bug bug) {
        if (kind != null) {
            return bug.kind() == kind;
        }
        for (Class<?> thrown = bug.error() == null ? null : bug.error().getClass();
                thrown != null;
                thrown = thrown.getSuperclass()) {
            if (thrown.getName().equals(type)) {
                return true;
            }
        }
        // Of another process's error only the text is there.
        String text = bug.message();
        return text.equals(type) || text.startsWith(type + ":") || text.startsWith(type + " (");
    }

    /** The first bug that is another one; null if there is none. */
    public @Nullable Bug firstOther(List<Bug> bugs) {
        for (Bug bug : bugs) {
            if (!isMetBy(bug)) {
                return bug;
            }
        }
        return null;
    }

    /** What an exploration says about the test that has those bugs, by a verdict that knows of no expectation. */
    Verdict judge(Verdict verdict, List<Bug> bugs) {
        if (verdict == Verdict.ERROR) {
            return verdict;
        }
        return !bugs.isEmpty() && firstOther(bugs) == null ? Verdict.PASSED : Verdict.FAILED;
    }

    /** Says in one line that no execution had it. */
    public String missed(int executions) {
        return "No execution of " + executions + " has the expected bug, " + this
                + ". Run more executions, or expect none if it was fixed.";
    }

    /** The bug in words: {@code a deadlock}. */
    @Override
    public String toString() {
        if (kind == null) {
            return type;
        }
        return switch (kind) {
            case DEADLOCK -> "a deadlock";
            case LIVELOCK -> "a livelock";
            case LIVENESS -> "a violation of liveness";
            case INVARIANT -> "a violated invariant";
            case ASSERTION -> "a failed assertion";
            case RACE -> "a data race";
            case EXCEPTION -> "an exception";
            case TIMEOUT -> "a time-out";
            case MAX_STEPS -> "an execution of too many steps";
        };
    }
}

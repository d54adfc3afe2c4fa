package dev.jcoyote.schedule;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;

/** How schedules name an operation and its code position: the same in every run. */
public final class OperationText {
    /** The site of an operation whose code position is not known. */
    public static final String UNKNOWN_SITE = "-";

    private OperationText() {}

    /** What the operation does, as in {@code CALL ConcurrentHashMap.put}, or {@code BEGIN} if it has no target. */
    public static String of(Operation operation) {
        return of(operation.kind(), operation.site());
    }

    /** What an operation of the kind does at the site, a row of {@link Sites}. */
    public static String of(OperationKind kind, int site) {
        String target = Sites.target(site);
        return target.isEmpty() ? kind.name() : kind.name() + " " + target;
    }

    /** The code position of a row of {@link Sites}: {@code com.example.Account.withdraw:12}, or {@code -}. */
    public static String site(int site) {
        return site == Sites.UNKNOWN ? UNKNOWN_SITE : Sites.position(site);
    }

    /** Both: what an operation does, and where. */
    public static String at(OperationKind kind, int site) {
        return site == Sites.UNKNOWN ? of(kind, site) : of(kind, site) + " at " + site(site);
    }
}

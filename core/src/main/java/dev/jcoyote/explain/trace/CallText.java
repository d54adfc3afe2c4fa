package dev.jcoyote.explain.trace;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.explain.Labels;
import dev.jcoyote.operation.Operation;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts calls of concurrent objects and of collections into words, with the state before and after. */
final class CallText {
    /** How the state of a lock is told that a thread has. */
    private static final String HELD = "held by ";

    private static final String FREE = "free";

    /** A number of something, as in {@code 1 permit}. */
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d+) (\\w+?)s?");

    private final IntFunction<String> names;
    private final Labels labels;

    CallText(IntFunction<String> names, Labels labels) {
        this.names = names;
        this.labels = labels;
    }

    /** The call with what the object was before it and is after it: {@code loads.incrementAndGet(): 0 → 1}. */
    String of(Moment moment, String before, String after) {
        String method = Sharing.shortName(Sites.target(moment.site()));
        String name = names.apply(moment.resource());
        boolean locks = isLocking(moment.site());
        if (locks && after.startsWith(HELD)) {
            boolean isOwn = after.startsWith(HELD + labels.of(moment.thread()));
            return isOwn ? "locks " + name : "waits for lock " + name + ", " + after;
        }
        if (method.equals("unlock") && after.equals(FREE)) {
            return "unlocks " + name;
        }
        return of(moment) + state(before, after);
    }

    private static boolean isLocking(int site) {
        String target = Sites.target(site);
        return target.endsWith("Lock.lock") || target.endsWith("Lock.lockInterruptibly");
    }

    /** The call alone: {@code loads.get()}. */
    String of(Moment moment) {
        String target = Sites.target(moment.site());
        if (target.isEmpty()) {
            return "goes on";
        }
        boolean hasObject = moment.resource() != Operation.NO_RESOURCE && Sites.slot(moment.site()) == 0;
        return (hasObject ? names.apply(moment.resource()) + "." + Sharing.shortName(target) : target) + "()";
    }

    /** The thread goes on in a call in which it has waited. */
    String goesOn(Moment moment) {
        String call = at(moment.site());
        if (isLocking(moment.site())) {
            return "locks " + names.apply(moment.resource());
        }
        return call.isEmpty() ? "goes on" : "goes on in " + call;
    }

    /** The call that a code position is, when that is all that is known: {@code CompletableFuture.join()}. */
    static String at(int site) {
        String target = Sites.target(site);
        OperationKind kind = Sites.kind(site);
        boolean isCall = !target.isEmpty() && (kind == OperationKind.CALL || kind == OperationKind.PARK);
        return isCall ? target + "()" : "";
    }

    private static String state(String before, String after) {
        if (after.isEmpty()) {
            return "";
        }
        if (before.isEmpty() || before.equals(after)) {
            return ": " + after;
        }
        // What both have in common is said once: "size 0 → 1", "0 → 1 permit".
        Matcher amount = AMOUNT.matcher(before);
        Matcher other = AMOUNT.matcher(after);
        if (amount.matches() && other.matches() && amount.group(2).equals(other.group(2))) {
            return ": " + amount.group(1) + " → " + after;
        }
        String word = before.substring(0, before.indexOf(' ') + 1);
        return ": " + before + " → " + (after.startsWith(word) ? after.substring(word.length()) : after);
    }
}

package dev.jcoyote.strategy;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.OperationText;
import java.util.Locale;

/** A recorded decision in words: {@code step 17 write Account.balance (Account.java:14)}. */
final class DecisionText {
    private DecisionText() {}

    static String of(Decision decision) {
        String operation = decision.operation();
        int blank = operation.indexOf(' ');
        String verb = blank < 0 ? operation : operation.substring(0, blank);
        String target = blank < 0 ? "" : operation.substring(blank);
        String what = verb.toLowerCase(Locale.ROOT).replace('_', ' ') + target;
        String asked = switch (decision.kind()) {
            case THREAD, TIMEOUT -> "";
            case NOTIFY -> ", waiter " + (decision.value() + 1L) + " of " + decision.bound();
            case WAKEUP -> ", without a reason or not";
            case VALUE -> ", value " + (decision.value() + 1L) + " of " + decision.bound();
        };
        return "step " + decision.step() + " " + what + asked + place(decision.site(), decision.thread());
    }

    /** A site as readers know it: {@code Account.withdraw (Account.java:14)}. */
    static String place(String site) {
        String method = LineShifts.method(site);
        String type = method.substring(0, Math.max(0, method.lastIndexOf('.')));
        return method.substring(type.lastIndexOf('.') + 1).replace('$', '.') + place(site, "");
    }

    /** The position as IDEs turn it into a link; the thread if there is no position. */
    private static String place(String site, String thread) {
        int colon = site.lastIndexOf(':');
        int dot = site.lastIndexOf('.', Math.max(0, colon));
        if (site.equals(OperationText.UNKNOWN_SITE) || colon < 0 || dot < 0) {
            return " of " + thread;
        }
        return " (" + file(site.substring(0, dot)) + site.substring(colon) + ")";
    }

    /** The source file of a class: as it is known, else as it is usual. */
    private static String file(String className) {
        for (int row = 1; row < Sites.count(); row++) {
            if (Sites.className(row).equals(className)) {
                return String.valueOf(Sites.frame(row).getFileName());
            }
        }
        String simple = className.substring(className.lastIndexOf('.') + 1);
        int inner = simple.indexOf('$');
        return (inner > 0 ? simple.substring(0, inner) : simple) + ".java";
    }
}

package dev.jcoyote.explain;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.DecisionLog;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.scheduler.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the notification, signal or permit that a thread waits for in vain: it came too early, or went to another one. */
final class LostWakeUps {
    /**
     * Where it went.
     *
     * @param text in lines
     * @param change what to change about it; empty if that does not follow from it
     */
    record Finding(String text, String change) {}

    private static final String INDENT = "    ";

    private final EventLog events;
    private final DecisionLog decisions;
    private final ThreadRegistry threads;
    private final ResourceTable resources;

    LostWakeUps(EventLog events, DecisionLog decisions, ThreadRegistry threads, ResourceTable resources) {
        this.events = events;
        this.decisions = decisions;
        this.threads = threads;
        this.resources = resources;
    }

    /** Null if the thread waits for nothing of that kind, or the log leaves it open. */
    @Nullable
    Finding find(ControlledThread waiting, Wait wait) {
        Finding finding = switch (wait.kind()) {
            case NOTIFICATION, SIGNAL -> ofWakeUps(waiting, wait);
            case UNPARK, OTHER -> wait.call().contains(".park") ? ofPermits(waiting) : null;
            case PARTNER -> ofOffers(waiting, wait);
            default -> null;
        };
        return finding == null && !waiting.interrupted ? ofInterrupts(waiting) : finding;
    }

    /** Who waits and is not interrupted was so before the wait, and has been told. */
    private @Nullable Finding ofInterrupts(ControlledThread waiting) {
        for (int event = events.size() - 1; event >= 0; event--) {
            if (events.kind(event) == OperationKind.INTERRUPT
                    && resources.object(events.resource(event)) == waiting.thread()) {
                String text = said(event, "interrupt()") + " on this thread, before this wait. An interrupt is gone "
                        + "once an InterruptedException or Thread.interrupted() has told of it.";
                String change = "where an InterruptedException is caught, end the loop or the task, or call "
                        + "Thread.currentThread().interrupt() to keep the interrupt for the next wait.";
                return new Finding(Paragraph.of(INDENT, text), change);
            }
        }
        return null;
    }

    private @Nullable Finding ofWakeUps(ControlledThread waiting, Wait wait) {
        WakeUps wakeUps = new WakeUps(events, decisions, wait.resource());
        int began = wakeUps.lastWait(waiting.id());
        if (began < 0 || !wakeUps.areCertain()) {
            return null;
        }
        boolean signals = wait.kind() == Wait.Kind.SIGNAL;
        WakeUps.Call early = null;
        WakeUps.Call own = null;
        WakeUps.Call others = null;
        for (WakeUps.Call call : wakeUps.calls()) {
            int woken = call.woken().isEmpty() ? -1 : call.woken().get(0);
            if (call.event() > began && !call.all() && woken >= 0) {
                int again = wakeUps.waitsAgain(woken, call);
                if (again >= 0) {
                    return wrongOne(call, woken, again, waiting, signals);
                }
                others = call;
            } else if (call.event() < began && events.thread(call.event()) != waiting.id()) {
                early = call.woken().isEmpty() ? call : early;
                own = call.woken().contains(waiting.id()) ? call : own;
            }
        }
        if (others != null) {
            return onlyOne(others, waiting, signals);
        }
        return own != null
                ? inVain(own, began, signals)
                : early != null ? tooEarly(early, began, signals) : never(began, signals);
    }

    private Finding wrongOne(WakeUps.Call call, int woken, int again, ControlledThread waiting, boolean signals) {
        String other = label(woken);
        String text = "Woke another one: " + caller(call) + " while both " + waiting.label() + " and " + other
                + " waited. It woke " + other + ", which could not use it and waits again since step " + (again + 1)
                + " "
                + Place.of(events.site(again)) + ".";
        String all = signals ? "signalAll()" : "notifyAll()";
        String change = "call " + all + " in place of " + (signals ? "signal()" : "notify()")
                + ": it would have woken both, and each checks for itself whether it can go on."
                + (signals ? " Or have a Condition of its own for each thing that is waited for." : "");
        return new Finding(Paragraph.of(INDENT, text), change);
    }

    private Finding onlyOne(WakeUps.Call call, ControlledThread waiting, boolean signals) {
        int woken = call.woken().get(0);
        String text = "Woke another one: " + caller(call) + " while both " + waiting.label() + " and " + label(woken)
                + " waited. It woke " + label(woken) + ", and nothing has woken " + waiting.label() + " since.";
        String change = (signals
                        ? "signal() wakes one thread: call signalAll()"
                        : "notify() wakes one thread: call notifyAll()")
                + " where more than one may wait, or call it once for each.";
        return new Finding(Paragraph.of(INDENT, text), change);
    }

    private Finding tooEarly(WakeUps.Call call, int began, boolean signals) {
        String what = signals ? "signal" : "notification";
        String text = "Too early: " + caller(call) + ". No one waited then: the wait began in step " + (began + 1)
                + ", and a " + what + " is not kept for those who come later.";
        String change = "keep in a field whether it has happened, and check that and wait under one lock: "
                + (signals
                        ? "lock.lock(); while (!done) condition.await();"
                        : "synchronized (x) { while (!done) x.wait(); }")
                + " The other thread sets the field under the same lock, and then "
                + (signals ? "signals." : "notifies.");
        return new Finding(Paragraph.of(INDENT, text), change);
    }

    private Finding inVain(WakeUps.Call call, int began, boolean signals) {
        String text = caller(call) + ", which woke this thread. It waits again since step " + (began + 1) + ", and no "
                + (signals ? "signal" : "notification") + " came after that.";
        boolean wasForAnother = !call.all() && call.waited() > 1;
        String change = "another thread waited there as well, and this one could not use it: call "
                + (signals ? "signalAll() in place of signal()" : "notifyAll() in place of notify()") + ".";
        return new Finding(Paragraph.of(INDENT, text), wasForAnother ? change : "");
    }

    private static Finding never(int began, boolean signals) {
        String text = "It waits since step " + (began + 1) + ", and no thread has "
                + (signals ? "signalled" : "notified") + " it, before or after.";
        return new Finding(Paragraph.of(INDENT, text), "");
    }

    private String caller(WakeUps.Call call) {
        int event = call.event();
        String method = switch (events.kind(event)) {
            case NOTIFY -> "notify()";
            case NOTIFY_ALL -> "notifyAll()";
            default -> call.all() ? "signalAll()" : "signal()";
        };
        return said(event, method);
    }

    private String said(int event, String method) {
        return label(events.thread(event)) + " called " + method + " in step " + (event + 1) + " "
                + Place.of(events.site(event));
    }

    /** Of parked threads: how often they were given the one permit. */
    private Finding ofPermits(ControlledThread waiting) {
        int last = -1;
        int started = -1;
        int inARow = 0;
        int most = 0;
        for (int event = 0; event < events.size(); event++) {
            OperationKind kind = events.kind(event);
            if (kind == OperationKind.START && resources.object(events.resource(event)) == waiting.thread()) {
                started = event;
            } else if (kind == OperationKind.UNPARK && resources.object(events.resource(event)) == waiting.thread()) {
                last = event;
                most = Math.max(most, ++inARow);
            } else if (kind == OperationKind.PARK && events.thread(event) == waiting.id()) {
                inARow = 0;
            }
        }
        if (last < 0) {
            return new Finding(Paragraph.of(INDENT, "No thread has unparked it in this execution."), "");
        }
        if (last < started) {
            String early =
                    "Too early: " + said(last, "unpark") + ". The thread was not started then, and took no permit.";
            return new Finding(Paragraph.of(INDENT, early), "start the thread first.");
        }
        String text = "Used up: " + said(last, "unpark") + ", before this park, and an earlier park took that.";
        if (most > 1) {
            text += " It was unparked " + most + " times in a row, which counts as once.";
        }
        return new Finding(
                Paragraph.of(INDENT, text),
                "a thread has at most one permit. Park in a loop that checks a condition: while (!done) park();");
    }

    /** Of threads that wait for one to hand over: offers that found nobody. */
    private @Nullable Finding ofOffers(ControlledThread waiting, Wait wait) {
        int found = -1;
        for (int event = 0; event < events.size(); event++) {
            boolean isOther = events.resource(event) == wait.resource() && events.thread(event) != waiting.id();
            if (isOther && events.kind(event) == OperationKind.CALL && isAttempt(Sites.target(events.site(event)))) {
                found = event;
            }
        }
        if (found < 0) {
            return null;
        }
        String method = Sites.target(events.site(found));
        String text = "Too early: " + said(found, method) + ". No one waited then, and it does not wait itself.";
        return new Finding(
                Paragraph.of(INDENT, text),
                "use put() or take(), which wait for the other thread, or check what the attempt returns.");
    }

    private static boolean isAttempt(String target) {
        List<String> attempts = List.of("offer", "poll", "tryTransfer");
        return attempts.contains(target.substring(target.lastIndexOf('.') + 1));
    }

    private String label(int thread) {
        return threads.get(thread).label();
    }
}

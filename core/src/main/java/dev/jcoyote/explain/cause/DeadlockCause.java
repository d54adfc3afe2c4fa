package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.DataLog;
import dev.jcoyote.analysis.Section;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.explain.cause.Cause.Kind;
import dev.jcoyote.explain.cause.Cause.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the acquisitions or the notification and the wait that leave threads waiting for ever. */
final class DeadlockCause {
    private final Execution execution;
    private final DataLog data;
    private final Words words;
    private final Flips flips;

    DeadlockCause(Execution execution, Flips flips) {
        this.execution = execution;
        this.data = execution.data();
        this.words = execution.words();
        this.flips = flips;
    }

    /** The cause; null if it is neither of these. */
    @Nullable
    Cause find() {
        List<Section> cycle = cycle();
        if (cycle.size() > 1) {
            return lockOrder(cycle);
        }
        return lostWakeup();
    }

    /** The locks that threads hold and others wait for, round: each holder waits for the next one's. */
    private List<Section> cycle() {
        for (int thread = 0; thread < execution.threadCount(); thread++) {
            List<Section> chain = new ArrayList<>();
            List<Integer> seen = new ArrayList<>();
            int current = thread;
            while (!seen.contains(current)) {
                seen.add(current);
                Section wanted = wantedBy(current);
                if (wanted == null) {
                    break;
                }
                chain.add(wanted);
                current = wanted.thread();
                if (current == thread) {
                    return chain;
                }
            }
        }
        return List.of();
    }

    /** The open section of another thread whose lock the thread waits for; null if there is none. */
    private @Nullable Section wantedBy(int thread) {
        int resource = wanted(thread);
        for (Section section : data.sections()) {
            boolean isHeld = section.to() == Integer.MAX_VALUE && section.thread() != thread;
            if (isHeld && section.resource() == resource && resource != 0 && isFirst(section)) {
                return section;
            }
        }
        return null;
    }

    /** Whether no other thread came to the lock before and still has it: later ones wait for it. */
    private boolean isFirst(Section section) {
        return data.sections().stream()
                .noneMatch(each -> each.to() == Integer.MAX_VALUE
                        && each.lock() == section.lock()
                        && each.thread() != section.thread()
                        && each.from() < section.from());
    }

    private int wanted(int thread) {
        if (!data.isWaiting(thread)) {
            return 0;
        }
        if (data.pendingKind(thread) == OperationKind.MONITOR_ENTER) {
            return data.pendingResource(thread);
        }
        Section last = lastLock(thread);
        return data.pendingKind(thread) == OperationKind.PARK && last != null ? last.resource() : 0;
    }

    /** The lock that the thread, which is parked, has come to last. */
    private @Nullable Section lastLock(int thread) {
        Section last = null;
        for (Section section : data.sections()) {
            if (section.thread() == thread && section.to() == Integer.MAX_VALUE && !section.isMonitor()) {
                last = section;
            }
        }
        return last;
    }

    private int wantedAt(int thread) {
        Section last = lastLock(thread);
        return data.pendingKind(thread) == OperationKind.PARK && last != null ? last.site() : data.pendingSite(thread);
    }

    private Cause lockOrder(List<Section> cycle) {
        StringBuilder text = new StringBuilder();
        List<Place> places = new ArrayList<>();
        // The section at each position is what the holder before it waits for.
        for (int i = 0; i < cycle.size(); i++) {
            Section held = cycle.get(i);
            Section wanted = cycle.get((i + 1) % cycle.size());
            if (i < 3) {
                text.append(words.thread(held.thread()) + " holds " + words.lock(held) + Words.at(held.site())
                        + " and wants " + words.lock(wanted) + Words.at(wantedAt(held.thread())) + ".\n");
                places.add(new Place(
                        held.from() - 1,
                        words.thread(held.thread()),
                        Words.site(held.site()),
                        Sites.target(held.site())));
            } else if (i == 3) {
                text.append(
                        "So it goes on, round to " + words.thread(cycle.get(0).thread()) + ".\n");
            }
        }
        places.sort(java.util.Comparator.comparingInt(Place::event));
        Flip flip = flips.passing().get(0);
        text.append("If " + words.thread(execution.threadOf(flip.after())) + " comes first to the lock that "
                + words.thread(execution.threadOf(flip.before())) + " took"
                + Words.at(execution.siteOf(flip.before())) + ", the test passes.\n");
        text.append("Take the locks in the same order in every thread.");
        return flips.cause(Kind.LOCK_ORDER, places, text);
    }

    private @Nullable Cause lostWakeup() {
        for (int thread = 0; thread < execution.threadCount(); thread++) {
            int wait = lastStep(thread);
            if (data.isWaiting(thread) && wait > 0 && isWait(wait)) {
                int notification = notificationOf(wait);
                if (notification > 0) {
                    return lostWakeup(notification, wait);
                }
            }
        }
        return null;
    }

    private int lastStep(int thread) {
        for (int step = execution.executed() - 1; step > 0; step--) {
            if (execution.threadOf(step) == thread) {
                return step;
            }
        }
        return 0;
    }

    private boolean isWait(int step) {
        return execution.kindOf(step) == OperationKind.WAIT || isCall(step, "await");
    }

    private boolean isNotification(int step) {
        return execution.kindOf(step) == OperationKind.NOTIFY
                || execution.kindOf(step) == OperationKind.NOTIFY_ALL
                || isCall(step, "signal");
    }

    private boolean isCall(int step, String method) {
        String target = Sites.target(execution.siteOf(step));
        return execution.kindOf(step) == OperationKind.CALL
                && target.contains("Condition")
                && target.contains("." + method);
    }

    /** The last notification by another thread that could have ended the wait; 0 if there is none. */
    private int notificationOf(int wait) {
        for (int step = execution.executed() - 1; step > 0; step--) {
            if (execution.threadOf(step) != execution.threadOf(wait)
                    && isNotification(step)
                    && execution.resourceOf(step) == execution.resourceOf(wait)) {
                return step;
            }
        }
        return 0;
    }

    private Cause lostWakeup(int notification, int wait) {
        String waiter = words.thread(execution.threadOf(wait));
        String notifier = words.thread(execution.threadOf(notification));
        String notified = notifier + " " + execution.deed(notification) + Words.at(execution.siteOf(notification));
        String waits = waiter + " " + execution.deed(wait) + Words.at(execution.siteOf(wait));
        int woken = data.wokenBy(notification);
        StringBuilder text = new StringBuilder();
        if (woken == execution.threadOf(wait) && notification < wait) {
            text.append(notified + " and wakes " + waiter + ", which waits again" + Words.at(execution.siteOf(wait))
                    + ". Nothing notifies after that.\n");
        } else if (notification < wait) {
            String whom = woken < 0 ? "when no thread waits" : "and wakes " + words.thread(woken);
            text.append(notified + ", " + whom + ". Only then " + waits + ", and nothing notifies it.\n");
        } else {
            String whom =
                    woken < 0 ? "and wakes another thread" : "and wakes " + words.thread(woken) + ", not " + waiter;
            text.append(waits + ". " + notified + ", " + whom + ", and nothing notifies again.\n");
        }
        Flip flip = flips.passing().get(0);
        text.append("If " + doing(flip.after()) + " before " + doing(flip.before()) + ", the test passes.\n");
        text.append(
                execution.kindOf(notification) == OperationKind.NOTIFY && woken >= 0
                        ? "Use notifyAll where threads wait on one object for different things."
                        : "Look at the condition and wait without giving up the lock in between, in a loop.");
        Place first = execution.place(notification, null);
        Place second = execution.place(wait, null);
        return flips.cause(
                Kind.LOST_WAKEUP, notification < wait ? List.of(first, second) : List.of(second, first), text);
    }

    private String doing(int step) {
        return words.thread(execution.threadOf(step)) + " " + execution.deed(step) + Words.at(execution.siteOf(step));
    }
}

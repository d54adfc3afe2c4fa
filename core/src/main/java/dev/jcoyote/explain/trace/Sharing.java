package dev.jcoyote.explain.trace;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which places in memory and which objects several threads use, one of them to change it: the others do not matter. */
final class Sharing {
    /** The slot that stands for an object's monitor. */
    private static final int MONITOR = 0x4D4F4E49;

    private static final int SEVERAL = -2;

    /** By topic: the thread that uses it, or {@link #SEVERAL}. */
    private final Map<Long, Integer> users = new HashMap<>();

    private final Set<Long> changed = new HashSet<>();

    /** By the name of a field: the object that has it, or {@link #SEVERAL}. */
    private final Map<String, Integer> owners = new HashMap<>();

    /** By the short name of a field: its class. */
    private final Map<String, String> fields = new HashMap<>();

    Sharing(Recorder recorder, int threads) {
        List<Moment> moments = recorder.moments();
        boolean isAlone = true;
        for (Moment moment : moments) {
            isAlone &= moment.type() != Moment.Type.STARTED;
            if (moment.type() == Moment.Type.OPERATION || moment.type() == Moment.Type.PLAIN) {
                note(moment, isAlone || isInitial(moment.site()));
            }
        }
        // What a thread has come to and never got matters as much as what it got.
        for (int thread = 0; thread < threads; thread++) {
            Moment last = recorder.last(thread);
            if (last != null) {
                note(last, false);
            }
        }
    }

    /** Whether the code there only makes the object: nobody else has it yet. */
    private static boolean isInitial(int site) {
        return Sites.method(site).equals("<init>") || Sites.method(site).equals("<clinit>");
    }

    private void note(Moment moment, boolean isInitial) {
        long topic = topic(moment);
        if (topic == 0) {
            return;
        }
        if (moment.slot() != 0 && moment.resource() != Operation.NO_RESOURCE) {
            String target = Sites.target(moment.site());
            owners.merge(target, moment.resource(), Sharing::joined);
            fields.merge(shortName(target), target, (one, other) -> one.equals(other) ? one : "");
        }
        if (!isInitial) {
            users.merge(topic, moment.thread(), Sharing::joined);
            if (moment.write()) {
                changed.add(topic);
            }
        }
    }

    private static int joined(int one, int other) {
        return one == other ? one : SEVERAL;
    }

    /** What the moment is about, as a number; 0 if that is nothing that threads could share. */
    static long topic(Moment moment) {
        return switch (moment.kind()) {
            case MONITOR_ENTER, MONITOR_REENTER, WAIT, NOTIFY, NOTIFY_ALL -> topic(moment.resource(), MONITOR);
            case CALL, READ, WRITE, PLAIN_READ, PLAIN_WRITE -> topic(moment.resource(), moment.slot());
            default -> 0;
        };
    }

    /** The monitor of that object. */
    static long monitor(int resource) {
        return topic(resource, MONITOR);
    }

    private static long topic(int resource, int slot) {
        return ((long) resource << 32) | (slot & 0xffff_ffffL);
    }

    /** Whether several threads use that, and one of them changes it. */
    boolean isShared(long topic) {
        return topic != 0 && users.getOrDefault(topic, 0) == SEVERAL && changed.contains(topic);
    }

    /** Whether the field's short name is enough: it is of one class and one object. */
    boolean isOnly(String target) {
        return owners.getOrDefault(target, SEVERAL) != SEVERAL && target.equals(fields.get(shortName(target)));
    }

    /** The last word of a name with dots. */
    static String shortName(String target) {
        return target.substring(target.lastIndexOf('.') + 1);
    }
}

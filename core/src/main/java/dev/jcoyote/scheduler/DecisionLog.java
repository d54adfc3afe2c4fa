package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.OperationText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choices of an execution, in order, beside its {@link EventLog}: two bytes each, for the hash of what there was to
 * choose from. Primitive arrays that are reused.
 */
public final class DecisionLog {
    private static final int FIELDS = 5;

    private static final Decision.Kind[] KINDS = Decision.Kind.values();

    private char[] hashes = new char[1024];
    private int size;

    /** Rows of decision, event, value, bound and kind, of the choices of a value alone: they are few. */
    private int[] values = new int[FIELDS * 16];

    private int valuesLength;

    void clear() {
        size = 0;
        valuesLength = 0;
    }

    /** The thread of the last event was chosen. */
    void add(int hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = (char) hash;
    }

    /** A value was chosen, for the operation of that event. */
    void addValue(int hash, int event, int value, int bound, Decision.Kind kind) {
        if (valuesLength == values.length) {
            values = Arrays.copyOf(values, valuesLength * 2);
        }
        values[valuesLength] = size;
        values[valuesLength + 1] = event;
        values[valuesLength + 2] = value;
        values[valuesLength + 3] = bound;
        values[valuesLength + 4] = kind.ordinal();
        valuesLength += FIELDS;
        add(hash);
    }

    /** Whether a value was chosen. */
    public boolean hasValues() {
        return valuesLength > 0;
    }

    /** The last event in which the test body asked for a value; -1 if there is none. */
    int lastEventAsked() {
        for (int row = valuesLength - FIELDS; row >= 0; row -= FIELDS) {
            if (values[row + 4] == Decision.Kind.VALUE.ordinal()) {
                return values[row + 1];
            }
        }
        return -1;
    }

    /** The value that the test body asked for in that event, as {@code 2 of 3}, from 1; null if it did not. */
    public @Nullable String valueAsked(int event) {
        for (int row = 0; row < valuesLength; row += FIELDS) {
            if (values[row + 1] == event && values[row + 4] == Decision.Kind.VALUE.ordinal()) {
                return values[row + 2] + 1 + " of " + values[row + 3];
            }
        }
        return null;
    }

    /** Hears of the values that were chosen. */
    public interface ValueConsumer {
        /** A value was chosen for the operation of that event. */
        void value(int event, int value);
    }

    /** Tells of all values that were chosen, in order. */
    public void forEachValue(ValueConsumer consumer) {
        for (int row = 0; row < valuesLength; row += FIELDS) {
            consumer.value(values[row + 1], values[row + 2]);
        }
    }

    /** Which of several waiters that event's {@code notify} woke, from 0 in the order of their arrival; -1 if there was no choice. */
    public int notified(int event) {
        for (int row = 0; row < valuesLength; row += FIELDS) {
            if (values[row + 1] == event && values[row + 4] == Decision.Kind.NOTIFY.ordinal()) {
                return values[row + 2];
            }
        }
        return -1;
    }

    /** How many choices there were. */
    public int size() {
        return size;
    }

    /** The choices in the form of schedules. */
    public List<Decision> list(EventLog events, ThreadRegistry threads) {
        List<Decision> list = new ArrayList<>(size);
        int row = 0;
        int event = 0;
        while (list.size() < size) {
            boolean isValue = row < valuesLength && values[row] == list.size();
            if (isValue) {
                Decision.Kind kind = KINDS[values[row + 4]];
                list.add(decision(
                        kind, values[row + 1], values[row + 2], values[row + 3], list.size(), events, threads));
                row += FIELDS;
            } else {
                while (!events.isChosen(event)) {
                    event++;
                }
                boolean isTimeout = events.kind(event) == OperationKind.TIMEOUT;
                Decision.Kind kind = isTimeout ? Decision.Kind.TIMEOUT : Decision.Kind.THREAD;
                list.add(decision(kind, event++, 0, 0, list.size(), events, threads));
            }
        }
        return list;
    }

    private Decision decision(
            Decision.Kind decided,
            int event,
            int value,
            int bound,
            int index,
            EventLog events,
            ThreadRegistry threads) {
        OperationKind kind = events.kind(event);
        int site = events.site(event);
        return new Decision(
                event + 1,
                decided,
                threads.get(events.thread(event)).path(),
                value,
                bound,
                OperationText.of(kind, site),
                OperationText.site(site),
                hashes[index]);
    }
}

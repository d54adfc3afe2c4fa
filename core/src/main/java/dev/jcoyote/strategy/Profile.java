package dev.jcoyote.strategy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What executions have told of the number of events: of all events, and of those at single locations that threads share.
 *
 * <p>The counts of a location are those of the first execution in which it was shared. So two profiles of parts of an epoch
 * join to the profile of the whole, whatever the cut.
 */
final class Profile {
    /** The name under which the events of all locations stand together. */
    static final long ALL = 2;

    /** A profile of nothing. */
    static final Profile EMPTY = new Profile(new TreeMap<>());

    /** Of more shared locations those are kept whose hashed names are least: a fair sample, the same in every part. */
    private static final int MOST_LOCATIONS = 16;

    /** The counts at one location, in that execution. */
    record Entry(int execution, EventCounts counts) {}

    private final TreeMap<Long, Entry> entries;

    private Profile(SortedMap<Long, Entry> entries) {
        this.entries = new TreeMap<>(entries);
    }

    /** By location, in an order that is always the same; {@link #ALL} is among them. */
    Map<Long, Entry> entries() {
        return entries;
    }

    /** Whether a location would be kept if it was shared for the first time. */
    boolean wants(long location) {
        return !entries.containsKey(location)
                && (location == ALL || size() < MOST_LOCATIONS || rank(location) < rank(last()));
    }

    /** This profile and one more location; the earlier execution prevails. */
    Profile with(long location, Entry entry) {
        Entry known = entries.get(location);
        if (known != null && known.execution <= entry.execution) {
            return this;
        }
        TreeMap<Long, Entry> joined = new TreeMap<>(entries);
        joined.put(location, entry);
        Profile profile = new Profile(joined);
        if (profile.size() > MOST_LOCATIONS) {
            profile.entries.remove(profile.last());
        }
        return profile;
    }

    /** What both profiles tell together. */
    Profile join(Profile other) {
        Profile joined = this;
        for (Map.Entry<Long, Entry> entry : other.entries.entrySet()) {
            joined = joined.with(entry.getKey(), entry.getValue());
        }
        return joined;
    }

    private int size() {
        return entries.size() - (entries.containsKey(ALL) ? 1 : 0);
    }

    private long last() {
        long last = ALL;
        for (long location : entries.keySet()) {
            if (location != ALL && (last == ALL || rank(location) > rank(last))) {
                last = location;
            }
        }
        return last;
    }

    private static long rank(long location) {
        return Seeds.mix(location) >>> 1;
    }

    /** The form that {@link #parse} takes back: {@code location@execution/counts}, with semicolons between. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Long, Entry> entry : entries.entrySet()) {
            text.append(text.length() == 0 ? "" : ";")
                    .append(Long.toHexString(entry.getKey()))
                    .append('@')
                    .append(entry.getValue().execution)
                    .append('/')
                    .append(entry.getValue().counts.text());
        }
        return text.toString();
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is nothing that {@code text} writes
     */
    static Profile parse(String text) {
        TreeMap<Long, Entry> entries = new TreeMap<>();
        for (String part : text.split(";", -1)) {
            int at = part.indexOf('@');
            int slash = part.indexOf('/');
            if (at < 1 || slash < at) {
                throw new IllegalArgumentException("\"" + part + "\" is no location with its counts");
            }
            int execution = Integer.parseInt(part.substring(at + 1, slash));
            EventCounts counts = EventCounts.parse(part.substring(slash + 1));
            entries.put(Long.parseUnsignedLong(part.substring(0, at), 16), new Entry(execution, counts));
        }
        return new Profile(entries);
    }
}

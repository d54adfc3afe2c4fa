package dev.jcoyote.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many events of some sort each thread of an execution had, by the thread's path. Threads without any are left out. */
final class EventCounts {
    /** Threads in more groups of equal neighbours are forgotten: a header must stay readable. */
    private static final int MOST_GROUPS = 128;

    private static final long MOST_EVENTS = 1 << 30;

    /** Neighbours: the children {@code first} to {@code last} of a parent, each with so many events. */
    private record Group(String parent, int first, int last, int count) {
        boolean isFollowedBy(String otherParent, int number, int otherCount) {
            return parent.equals(otherParent) && number == last + 1 && count == otherCount;
        }

        String text() {
            if (parent.isEmpty()) {
                return MAIN + ":" + count;
            }
            return parent + "." + first + (last == first ? "" : "-" + last) + ":" + count;
        }
    }

    private static final String MAIN = "main";

    private final List<Group> groups;
    private final Map<String, Integer> withChildren = new HashMap<>();
    private final int threads;

    private EventCounts(List<Group> groups) {
        this.groups = groups;
        int number = 0;
        for (Group group : groups) {
            number += group.last - group.first + 1;
            for (int child = group.first; child <= group.last; child++) {
                add(group.parent.isEmpty() ? MAIN : group.parent + "." + child, group.count);
            }
        }
        threads = number;
    }

    private void add(String path, int count) {
        String thread = path;
        while (!thread.isEmpty()) {
            withChildren.merge(thread, count, (one, other) -> (int) Math.min(MOST_EVENTS, (long) one + other));
            thread = parent(thread);
        }
    }

    /** The counts of threads, in the order of their numbers. */
    static EventCounts of(List<String> paths, int[] counts) {
        List<Group> groups = new ArrayList<>();
        for (int thread = 0; thread < paths.size() && groups.size() < MOST_GROUPS; thread++) {
            if (counts[thread] > 0) {
                String parent = parent(paths.get(thread));
                int number = parent.isEmpty()
                        ? 1
                        : Integer.parseInt(paths.get(thread).substring(parent.length() + 1));
                append(groups, parent, number, counts[thread]);
            }
        }
        return new EventCounts(groups);
    }

    private static void append(List<Group> groups, String parent, int number, int count) {
        Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
        if (last != null && last.isFollowedBy(parent, number, count)) {
            groups.set(groups.size() - 1, new Group(parent, last.first, number, count));
        } else {
            groups.add(new Group(parent, number, number, count));
        }
    }

    /** The path of the thread that started it; empty for {@code main}. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    /** The events of the thread and of all that it starts. */
    int withChildren(String path) {
        return withChildren.getOrDefault(path, 0);
    }

    /** The events of all threads. */
    int total() {
        return withChildren(MAIN);
    }

    /** How many threads have events. */
    int threads() {
        return threads;
    }

    /** The form that {@link #parse} takes back, such as {@code main:2,main.1-99:1}. */
    String text() {
        return String.join(",", groups.stream().map(Group::text).toList());
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is nothing that {@code text} writes
     */
    static EventCounts parse(String text) {
        List<Group> groups = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            String path = part.substring(0, Math.max(0, colon));
            String parent = parent(path);
            int count = Integer.parseInt(part.substring(colon + 1));
            int first = 1;
            int last = 1;
            if (!parent.isEmpty()) {
                String numbers = path.substring(parent.length() + 1);
                int dash = numbers.indexOf('-');
                first = Integer.parseInt(dash < 0 ? numbers : numbers.substring(0, dash));
                last = dash < 0 ? first : Integer.parseInt(numbers.substring(dash + 1));
            }
            boolean isOfMain = parent.isEmpty() ? path.equals(MAIN) : (path + ".").startsWith(MAIN + ".");
            if (!isOfMain || first < 1 || last < first || last - first > 1 << 20 || count < 1) {
                throw new IllegalArgumentException("\"" + part + "\" is no count of a thread's events");
            }
            groups.add(new Group(parent, first, last, count));
        }
        return new EventCounts(groups);
    }
}

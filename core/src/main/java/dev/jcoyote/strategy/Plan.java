package dev.jcoyote.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an execution is to do: which thread goes on until when, and which values are chosen. Where it says nothing, or cannot
 * be followed, the execution goes the simplest way.
 *
 * @param segments which threads go on, in order
 * @param values by the path of a thread: the values that it is given, in order; 0 where there is none
 */
public record Plan(List<Segment> segments, Map<String, List<Integer>> values) {
    /** The simplest way from the start. */
    public static final Plan NONE = new Plan(List.of(), Map.of());

    /** Copies the list and the map. */
    public Plan {
        segments = List.copyOf(segments);
        values = Map.copyOf(values);
    }

    /** The same values with other segments. */
    public Plan with(List<Segment> others) {
        return new Plan(others, values);
    }

    /** The same segments with other values. */
    public Plan with(Map<String, List<Integer>> others) {
        return new Plan(segments, others);
    }

    /** The plan without the segments from that position on to before that other one. */
    public Plan without(int from, int to) {
        List<Segment> left = new ArrayList<>(segments.subList(0, from));
        left.addAll(segments.subList(to, segments.size()));
        return with(left);
    }

    /** The plan in which a segment goes on for as long as its thread can. */
    public Plan uncut(int position) {
        List<Segment> all = new ArrayList<>(segments);
        all.set(position, segments.get(position).uncut());
        return with(all);
    }

    /** How many values are planned for that thread. */
    public int count(String thread) {
        return values.getOrDefault(thread, List.of()).size();
    }

    /** The value at that position, from 0, of those that are planned for the thread. */
    public int value(String thread, int position) {
        return values.getOrDefault(thread, List.of()).get(position);
    }

    /** The plan in which that value is the first one there is. */
    public Plan withFirstValue(String thread, int position) {
        Map<String, List<Integer>> all = new TreeMap<>(values);
        List<Integer> changed = new ArrayList<>(values.getOrDefault(thread, List.of()));
        changed.set(position, 0);
        all.put(thread, changed);
        return with(all);
    }

    /** How many values are not the first ones there are. */
    public int otherValues() {
        int count = 0;
        for (List<Integer> ofThread : values.values()) {
            for (int value : ofThread) {
                count += value == 0 ? 0 : 1;
            }
        }
        return count;
    }
}

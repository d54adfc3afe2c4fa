package dev.jcoyote;

/** Least, mean and greatest of the numbers that it is given. */
final class Counter {
    private long count;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max;

    void add(long number) {
        count++;
        sum += number;
        min = Math.min(min, number);
        max = Math.max(max, number);
    }

    Range range() {
        return count == 0 ? new Range(0, 0, 0) : new Range(min, Math.round((double) sum / count), max);
    }
}

package dev.jcoyote;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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

    /** Adds all numbers that the other one was given. */
    void add(Counter other) {
        count += other.count;
        sum += other.sum;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeLong(sum);
        out.writeLong(min);
        out.writeLong(max);
    }

    static Counter readFrom(DataInput in) throws IOException {
        Counter counter = new Counter();
        counter.count = in.readLong();
        counter.sum = in.readLong();
        counter.min = in.readLong();
        counter.max = in.readLong();
        return counter;
    }

    Range range() {
        return count == 0 ? new Range(0, 0, 0) : new Range(min, Math.round((double) sum / count), max);
    }
}

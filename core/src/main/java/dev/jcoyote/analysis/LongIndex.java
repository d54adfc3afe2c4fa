package dev.jcoyote.analysis;

import java.util.Arrays;

/** Numbers for 64-bit keys, from 0 in the order in which they are first asked for. Primitive arrays that are reused. */
public final class LongIndex {
    /** Answer of {@link #find} for a key without a number. */
    public static final int ABSENT = -1;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** By number. */
    private long[] keys = new long[32];

    /** Open addressing, linear probing: numbers plus one, 0 where free. Its length is a power of two, at least 2 × size. */
    private int[] buckets = new int[64];

    private int size;

    /** The number of the key, which is given if it has none yet. */
    public int of(long key) {
        int bucket = bucket(key);
        if (buckets[bucket] != 0) {
            return buckets[bucket] - 1;
        }
        if (size == keys.length) {
            grow();
            bucket = bucket(key);
        }
        keys[size] = key;
        buckets[bucket] = ++size;
        return size - 1;
    }

    /** The number of the key, or {@link #ABSENT}. */
    public int find(long key) {
        return buckets[bucket(key)] - 1;
    }

    /** The key with that number. */
    public long key(int number) {
        return keys[number];
    }

    /** How many keys have a number. */
    public int size() {
        return size;
    }

    /** Forgets all keys. */
    public void clear() {
        if (size > 0) {
            Arrays.fill(buckets, 0);
            size = 0;
        }
    }

    private int bucket(long key) {
        int mask = buckets.length - 1;
        int bucket = (int) ((key * SPREAD) >>> 32) & mask;
        while (buckets[bucket] != 0 && keys[buckets[bucket] - 1] != key) {
            bucket = (bucket + 1) & mask;
        }
        return bucket;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, size * 2);
        buckets = new int[size * 4];
        for (int number = 0; number < size; number++) {
            buckets[bucket(keys[number])] = number + 1;
        }
    }
}

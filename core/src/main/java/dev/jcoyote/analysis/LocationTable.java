package dev.jcoyote.analysis;

import java.util.Arrays;

/** Numbers places in memory, an object's number with a slot of it, from 1 in order of first touch; reused when cleared. */
final class LocationTable {
    private static final int LEAST_CAPACITY = 256;

    /** Where tables are kept that long, an execution that touches little need not pay for one that touched much. */
    private static final int KEPT_CAPACITY = 1 << 18;

    /** By number; position 0 is unused. */
    private long[] keys = new long[LEAST_CAPACITY];

    /** Open addressing, linear probing: numbers, 0 where free. Its length is a power of two, at least 2 × count. */
    private int[] buckets = new int[LEAST_CAPACITY * 2];

    private int count;

    /** The place that was asked for last, and its number: most are touched several times on end. */
    private long lastKey;

    private int lastIndex;

    /** The place's number, which is given if it has none yet. */
    int indexOf(int resource, int slot) {
        long key = key(resource, slot);
        if (key == lastKey && lastIndex != 0) {
            return lastIndex;
        }
        int bucket = bucket(key);
        int index = buckets[bucket];
        if (index == 0) {
            index = add(key, bucket);
        }
        lastKey = key;
        lastIndex = index;
        return index;
    }

    private int add(long key, int free) {
        int bucket = free;
        int index = ++count;
        if (index == keys.length) {
            grow();
            bucket = bucket(key);
        }
        keys[index] = key;
        buckets[bucket] = index;
        return index;
    }

    /** How many places have a number. */
    int size() {
        return count;
    }

    void clear() {
        if (keys.length > KEPT_CAPACITY) {
            keys = new long[LEAST_CAPACITY];
            buckets = new int[LEAST_CAPACITY * 2];
        } else if (count > buckets.length / 16) {
            Arrays.fill(buckets, 0);
        } else {
            // Backwards: a place was put behind those that were there before it.
            for (int index = count; index > 0; index--) {
                buckets[bucket(keys[index])] = 0;
            }
        }
        count = 0;
        lastIndex = 0;
    }

    private static long key(int resource, int slot) {
        return ((long) resource << 32) | (slot & 0xffff_ffffL);
    }

    /** Where the key is, or the free place where it belongs. */
    private int bucket(long key) {
        int mask = buckets.length - 1;
        long spread = key * 0x9E37_79B9_7F4A_7C15L;
        int bucket = (int) (spread >>> 32) & mask;
        int index = buckets[bucket];
        while (index != 0 && keys[index] != key) {
            bucket = bucket + 1 & mask;
            index = buckets[bucket];
        }
        return bucket;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, keys.length * 2);
        buckets = new int[keys.length * 2];
        for (int index = 1; index < count; index++) {
            buckets[bucket(keys[index])] = index;
        }
    }
}

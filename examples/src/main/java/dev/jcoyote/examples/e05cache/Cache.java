package dev.jcoyote.examples.e05cache;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cache of values that are expensive to load.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class Cache<K, V> {
    private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
    private final Function<K, V> loader;

    /** Creates an empty cache. */
    Cache(Function<K, V> loader) {
        this.loader = loader;
    }

    /**
     * Returns the key's value, which is loaded when it is first asked for.
     *
     * <p>The bug: each call of the map is atomic, but the two together are not.
     */
    V get(K key) {
        @Nullable V value = values.get(key);
        if (value == null) {
            value = loader.apply(key);
            values.put(key, value);
        }
        return value;
    }

    /** Returns the key's value, which is loaded when it is first asked for, by one thread while the others wait. */
    V getAtomically(K key) {
        return values.computeIfAbsent(key, loader);
    }
}

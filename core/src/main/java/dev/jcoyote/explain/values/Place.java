package dev.jcoyote.explain.values;

import dev.jcoyote.explain.memory.Fields;
import dev.jcoyote.explain.memory.State;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place in memory whose value a step reads or writes. */
sealed interface Place {
    /** What is there now. */
    @Nullable
    Object read();

    /** A field; the object of a static one is null. */
    record OfField(Field field, @Nullable Object object) implements Place {
        @Override
        public @Nullable Object read() {
            return Fields.get(field, object);
        }
    }

    /** An element of an array, or nothing if the index is none. */
    record OfElement(Object array, int index) implements Place {
        @Override
        public @Nullable Object read() {
            return index < Array.getLength(array) ? Array.get(array, index) : State.NONE;
        }
    }

    /** What an atomic variable holds. */
    record OfAtomic(Supplier<@Nullable Object> value) implements Place {
        @Override
        public @Nullable Object read() {
            return value.get();
        }
    }

    /** One of several places, which of them is not known. */
    record OneOf(List<Place> places) implements Place {
        @Override
        public Object read() {
            List<@Nullable Object> values = new ArrayList<>();
            for (Place place : places) {
                values.add(place.read());
            }
            return new Several(values);
        }
    }

    /** The values of several places. */
    record Several(List<@Nullable Object> values) {}
}
